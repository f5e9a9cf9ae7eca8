extension NumberReader {
  /// The sum a number stands for, as far as it has been read.
  struct Sum {
    private var total = DecimalNumber(digits: 0)
    /// The group that is being read, below the next large unit.
    private var group = DecimalNumber(digits: 0)
    private var groupIsEmpty = true
    /// The last run, not yet multiplied by a unit.
    private var run: DigitRun?
    private var lastSmall = 4
    private var lastLarge = Int.max
    /// The power of ten of the last printed digit within the group.
    private var place = 0
    private var flags = MarkSet<NumberFlag>()
    private var length = 0
    private var hasArabic = false
    private var lastWasLarge = false
    private var isStarted = false

    /// Whether the last thing read is a run of digits.
    var endsWithRun: Bool { run != nil }

    /// Adds a run or a unit, or says why it does not continue the number.
    mutating func add(_ item: Item) throws(NumberError) {
      switch item {
      case .run(let run): try add(run)
      case .small(let exponent, let multiple, _): try addSmall(exponent, multiple)
      case .large(let exponent, _): try addLarge(exponent)
      }
      isStarted = true
      length += 1
    }

    private mutating func add(_ new: DigitRun) throws(NumberError) {
      if !groupIsEmpty {
        // The tail of a group lies below its last small unit: 百二三 is odd, 百二百 is none.
        guard new.value.isBelow(powerOfTen: lastSmall) else { throw .numberOrder }
        let isPositional = new.isKanji && new.count > 1 && !new.startsWithZero
        if isPositional { flags.insert(.mixedNotation) }
        // 二百五 is 205 in Japanese, 250 in Chinese; with 十 between there is no doubt.
        if new.isKanji, new.count == 1, lastSmall >= 2, lastLarge == Int.max {
          tailIsDoubtful = true
        }
      } else if lastLarge != Int.max, !new.value.isBelow(powerOfTen: lastLarge) {
        throw .numberOrder
      }
      run = new
      place = -new.decimals
      hasArabic = hasArabic || new.hasArabic
      lastWasLarge = false
    }

    private var tailIsDoubtful = false

    private mutating func addSmall(_ exponent: Int, _ multiple: Int) throws(NumberError) {
      guard exponent < lastSmall else { throw .numberOrder }
      var factor = DecimalNumber(digits: Int128(multiple))
      if let run {
        // Digits before a unit that has its own multiple (2廿) are no number.
        guard multiple == 1 else { throw .numberOrder }
        if run.isKanji, run.count > 1 { flags.insert(.mixedNotation) }
        factor = run.value
        place += exponent
      } else {
        place = exponent
      }
      guard let product = factor.shifted(by: exponent) else { throw .tooLarge }
      // 1万10千: ten thousands are one 万, so the units do not descend.
      if lastLarge != Int.max, !product.isBelow(powerOfTen: lastLarge) { throw .numberOrder }
      if !groupIsEmpty, !product.isBelow(powerOfTen: lastSmall) { throw .numberOrder }
      guard let sum = group.adding(product) else { throw .tooLarge }
      group = sum
      groupIsEmpty = false
      lastSmall = exponent
      run = nil
      tailIsDoubtful = false
      lastWasLarge = false
    }

    private mutating func addLarge(_ exponent: Int) throws(NumberError) {
      if lastWasLarge, lastLarge < exponent {
        // 1万億 is ten thousand times a hundred million, an odd way to say one 兆.
        flags.insert(.stackedUnits)
        guard let shifted = total.shifted(by: exponent) else { throw .tooLarge }
        total = shifted
        place += exponent
        lastLarge = min(lastLarge, exponent)
        return
      }
      guard exponent < lastLarge else { throw .numberOrder }
      guard run != nil || !groupIsEmpty else { throw isStarted ? .numberOrder : .unitAlone }
      try closeGroup(exponent)
      place += exponent
      lastLarge = exponent
      lastSmall = 4
      lastWasLarge = true
    }

    private mutating func closeGroup(_ exponent: Int) throws(NumberError) {
      if let run {
        guard let sum = group.adding(run.value) else { throw .tooLarge }
        group = sum
      }
      guard let product = group.shifted(by: exponent), let sum = total.adding(product) else {
        throw .tooLarge
      }
      total = sum
      group = DecimalNumber(digits: 0)
      groupIsEmpty = true
      run = nil
    }

    /// The number that has been read.
    func reading(end: Int, joined: Bool) throws(NumberError) -> NumberReading {
      var whole = self
      if tailIsDoubtful { whole.flags.insert(.mixedNotation) }
      let endsWithLargeUnit = lastWasLarge
      try whole.closeGroup(0)
      return NumberReading(
        value: whole.total, place: place, flags: whole.flags, end: end, joined: joined,
        endsWithLargeUnit: endsWithLargeUnit, isKanji: !hasArabic, length: length)
    }
  }
}
