import Extraction
import Foundation
import Model
import Testing

/// A text of many copies takes time by its length, whatever its figures.
@Suite(.serialized) struct GrowthTests {
  /// Processor time of this thread in seconds: other tests run beside this one.
  private var time: Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// A text with the digits of its amounts in 億円 moved on, so that no two copies agree.
  private func varied(_ text: String, _ copy: Int) -> String {
    var out: [Character] = []
    for character in text {
      if character == "億" {
        var index = out.count - 1
        while index >= 0, let digit = out[index].wholeNumberValue, out[index].isASCII {
          out[index] = Character(String((digit + copy) % 9 + 1))
          index -= 1
        }
      }
      out.append(character)
    }
    return String(out)
  }

  @Test(arguments: ["fy2022-projects.txt", "indicators.txt", "strategy.txt"])
  func copiesInOneText(name: String) throws {
    let specimen = try #require(try Specimen.samples().first { $0.name == name })
    func copies(_ count: Int) -> (rows: Int, time: Double) {
      let text = (0..<count).map { varied(specimen.text, $0) }.joined(separator: "\n")
      var rows = 0
      // The lesser of two runs: what else the machine does only adds to it.
      let times = (0..<2).map { _ in
        let start = time
        let found = facts(text, fiscalYear: specimen.fiscalYear)
        rows =
          found.budgetLines.count + found.indicators.count + found.measures.count
          + found.dates.count
        return time - start
      }
      return (rows, times.min() ?? 0)
    }
    let few = copies(1)
    let many = copies(4)
    #expect(many.rows > few.rows * 3)
    // Four times the text; work that grows with its square would take sixteen times as long.
    #expect(many.time < few.time * 9, "\(few.time) and \(many.time)")
  }
}
