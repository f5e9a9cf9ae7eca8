import JapaneseText
import Testing

@Suite struct NumberScannerTests {
  private func found(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return NumberScanner.mentions(in: bytes).map { number in
      let printed = String(decoding: bytes[number.range], as: UTF8.self)
      return "\(printed)=\(number.value?.description ?? number.error?.rawValue ?? "")"
    }
  }

  @Test(arguments: [
    ("全国で1,234件、うち３．５％", ["1,234=1234", "３．５=3.5"]),
    ("約30万化合物", ["30万=300000"]),
    ("法律第四十八号、二十三人", ["四十八=48", "二十三=23"]),
    ("▲12 と -3 と A-3", ["▲12=-12", "-3=-3", "3=3"]),
    ("①5件", ["5=5"]),
    ("1,2,3件", ["1,2,3=comma_grouping"]),
    ("HER2 COVID19 R4", []),
    ("一部、十分に、三春町、万全", []),
    ("1兆2,345億", ["1兆2,345億=1234500000000"]),
  ])
  func numbersOfRunningText(text: String, expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test func numbersKnowTheirLine() {
    let mentions = NumberScanner.mentions(in: Array("1\n\n2 と\n3".utf8))
    #expect(mentions.map(\.position.line) == [1, 3, 4])
  }
}
