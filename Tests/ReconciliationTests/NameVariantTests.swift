import Model
import Reconciliation
import TestSupport
import Testing

/// Names that may be one are shown to a person, and never joined.
@Suite struct NameVariantTests {
  private func proposals(
    _ printed: [String], registered: [(id: String, names: [String])] = []
  ) -> [String] {
    var source = Ledgers("a")
    for name in printed { source.add(.programme, "P", name, oku("1")) }
    let registries = Registries(
      programmes: registered.map { entry in
        var programme = Programme()
        (programme.id, programme.name) = (entry.id, entry.names[0])
        programme.aliases = Array(entry.names.dropFirst())
        return programme
      })
    return reconcile([source], [Rule(.registry)], registries: registries).findings
      .filter { $0.code == .nameVariant }.map(\.message)
  }

  @Test(arguments: [
    ("先進機器の開発体制強靭化事業", "先進機器の開発体制強靱化事業", "they differ in the form of a character (靭/靱)"),
    ("港湾設備更新プログラム", "港湾設備更新事業", "they differ in their last words"),
    ("港湾設備更新研究事業", "港湾設備更新事業", "they differ in their last words"),
    ("調査・分析及び評価の事業", "調査分析、評価の事業", "they differ in marks and conjunctions"),
    ("河川環境の保全活動支援", "河川環境の保全活働支援", "they differ in one character"),
    ("河川環境の保全活動支援", "河川環境の保全活動の支援", "they differ in one character"),
  ])
  func aLikelyVariantIsProposed(printed: String, registered: String, difference: String) {
    #expect(
      proposals([printed], registered: [("p-1", [registered])]) == [
        "programme \(printed) may be \(registered), which the registry knows as p-1: \(difference). "
          + "If they are one, add the printed name to its aliases; until then they are not joined."
      ])
  }

  @Test(arguments: [
    ("第1期港湾設備更新事業", "第2期港湾設備更新事業"), ("港湾事業", "河川事業"), ("港湾設備更新事業", "河川環境保全事業"),
    ("令和四年度港湾設備調査", "令和五年度港湾設備調査"), ("研究事業", "推進事業"),
  ])
  func otherNamesAreNot(printed: String, registered: String) {
    #expect(proposals([printed], registered: [("p-1", [registered])]) == [])
  }

  @Test func aNameTheRegistryKnowsNeedsNoProposal() {
    let names = ["港湾設備更新事業", "港湾設備更新プログラム"]
    #expect(proposals(names, registered: [("p-1", names)]) == [])
    #expect(proposals(names, registered: [("p-1", [names[0]]), ("p-2", [names[1]])]) == [])
  }

  @Test func namesThatNoRegistryKnowsAreHeldAgainstEachOther() {
    #expect(
      proposals(["港湾設備更新事業", "河川環境保全事業", "港湾設備更新プログラム", "港湾設備更新事業"]) == [
        "programme 港湾設備更新プログラム may be 港湾設備更新事業 (a.txt line 1), which the registry does not "
          + "know either: they differ in their last words. If they are one, add it to the registry "
          + "with both names; until then they are not joined."
      ])
  }

  /// Every pair is looked at, letter by letter; the index must find the same ones.
  @Test func namesOfOneDifferentLetterAreFoundAmongMany() {
    let seed: UInt64 = 5
    var random = Seeded(seed: seed)
    var names: [[Character]] = []
    for _ in 0..<300 {
      var name = names.randomElement(using: &random) ?? Array("山川田森林海港橋")
      let place = Int.random(in: 0..<name.count, using: &random)
      switch (Int.random(in: 0..<4, using: &random), name.count) {
      case (0, 9...): name.remove(at: place)
      case (1, ...9): name.insert("森林海港橋".randomElement(using: &random) ?? "森", at: place)
      default: name[place] = "山川田森林海港橋".randomElement(using: &random) ?? "山"
      }
      if !names.contains(name) { names.append(name) }
    }
    let found = proposals(names.map { String($0) })
    for (index, name) in names.enumerated() {
      let expected = names[..<index].filter { differInOneLetter($0, name) }.map { String($0) }
      let said = found.filter { $0.hasPrefix("programme \(String(name)) may be ") }
      #expect(said.count == min(3, expected.count), "seed \(seed): \(String(name))")
      for message in said {
        #expect(
          expected.contains { message.contains(" may be \($0) (") }, "seed \(seed): \(message)")
      }
    }
    #expect(found.count > 200)
  }

  private func differInOneLetter(_ one: [Character], _ two: [Character]) -> Bool {
    if one.count == two.count { return zip(one, two).count { $0 != $1 } == 1 }
    let (short, long) = one.count < two.count ? (one, two) : (two, one)
    return long.count == short.count + 1
      && long.indices.contains { index in
        var rest = long
        rest.remove(at: index)
        return rest == short
      }
  }

  @Test func aProposalJoinsNothing() {
    var now = Ledgers("now")
    now.add(.programme, "P", "港湾設備更新プログラム", oku("5")) { $0.isPriorYear = true }
    var before = Ledgers("before")
    before.add(.programme, "P", "港湾設備更新事業", oku("5"))
    let result = reconcile([now, before], [Rule(.priorYear), Rule(.registry)])
    #expect(result.entries.map(\.status) == [.notComparable])
    #expect(result.findings.map(\.code) == [.nameVariant])
  }
}
