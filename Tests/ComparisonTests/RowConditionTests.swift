import Model
import Testing

@testable import Comparison

@Suite struct RowConditionTests {
  @Test(
    arguments: [
      ("a=1", Value.integer(1), true), ("a=01", .integer(1), false), ("a!=1", .null, true),
      ("a=", .null, true), ("a~薬", .text("創薬等"), true), ("a~薬", .text("医"), false),
      // Numbers by what they are, also where a file has no types; all else by its characters.
      ("a>9", .text("10"), true), ("a<=9", .integer(9), true), ("a>=x", .text("y"), true),
      ("a<2022-04-01", .text("2022-03-31"), true), ("a<5", .null, false),
      ("a>x", .integer(9), false),
    ])
  func aValueMeetsACondition(text: String, value: Value, holds: Bool) throws {
    #expect(try #require(RowCondition(text)).holds(for: value) == holds)
  }

  @Test func aConditionHasAColumnAndASign() throws {
    #expect(RowCondition("amount") == nil)
    #expect(RowCondition("=x") == nil)
    let condition = try #require(RowCondition("a>=b=c"))
    #expect(condition.column == "a" && condition.comparison == .atLeast && condition.value == "b=c")
  }

  @Test func aRowIsListedForWhatItWasOrIs() throws {
    let old = try KeyedTable(file: "old", Array("id,name,n\n1,甲,5\n2,乙,5\n3,丙,5\n".utf8))
    let new = try KeyedTable(file: "new", Array("id,name,n\n1,丁,5\n2,乙,6\n4,甲,1\n".utf8))
    let changes = try TableComparison.changes(from: old, to: new)
    func keys(_ texts: String...) -> [String] {
      changes.only(where: texts.compactMap(RowCondition.init)).rows.flatMap(\.key)
    }
    #expect(keys("name=甲") == ["1", "4"])
    #expect(keys("n=6") == ["2"])
    // Both conditions must hold for the same state of the row.
    #expect(keys("name=乙", "n=5") == ["2"])
    #expect(keys("name=丁", "n=5") == ["1"])
    #expect(keys("name=丙", "n=6") == [])
    #expect(keys("none=1") == [])
  }
}
