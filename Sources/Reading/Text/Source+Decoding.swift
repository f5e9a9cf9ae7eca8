import Model

/// Bytes into text, with a finding for each byte that stands for nothing.
extension Source {
  /// Decodes a text in the encoding that is set, that it bears or that it speaks for.
  mutating func decode(_ bytes: Swift.Span<UInt8>) throws(Refusal) -> [UInt8] {
    let declared = EncodingDeclaration.find(in: bytes)
    let detection =
      settings.encoding.map {
        EncodingDetector.Detection(text: TextDecoder.decode(bytes, as: $0), isCertain: true)
      } ?? EncodingDetector.detect(bytes, declared: declared)
    let text = detection.text
    attributes.encoding = text.encoding.rawValue
    if !detection.isCertain, text.faults.isEmpty {
      findings.add(
        .encodingUncertain, subject: text.encoding.rawValue,
        "the text can be read in CP932 and in EUC-JP; it was read in \(text.encoding.rawValue): "
          + "set the encoding in the pipeline file")
    }
    // Plain ASCII is in every encoding that it may say it is in.
    if let declared, declared != text.encoding, settings.encoding == nil,
      text.bytes.contains(where: { $0 >= 0x80 })
    {
      findings.add(
        .encodingUncertain, subject: "declared \(declared.rawValue)",
        "the text says it is in \(declared.rawValue); its bytes are \(text.encoding.rawValue)")
    }
    guard !text.faults.isEmpty else {
      reportLosses(text.bytes)
      return text.bytes
    }
    if settings.encoding == nil, Source.isBinary(text.bytes) { throw binaryRefusal() }
    try report(text)
    return text.bytes
  }

  /// Notes every U+FFFD that the source itself holds: some program before us lost a character.
  private mutating func reportLosses(_ bytes: [UInt8]) {
    var counter = LineCounter(bytes)
    for offset in bytes.places(of: [0xEF, 0xBF, 0xBD]) {
      let place = counter.place(of: offset)
      findings.add(
        .encodingError, severity: .warning, at: place, subject: "U+FFFD",
        "a replacement character (U+FFFD) stands in the source at \(place): "
          + "an earlier program could not decode it")
    }
  }

  /// Notes every byte that could not be decoded, and refuses the source unless told otherwise.
  private mutating func report(_ text: DecodedText) throws(Refusal) {
    var counter = LineCounter(text.bytes)
    var first: (message: String, place: Place)?
    for fault in text.faults {
      let place = counter.place(of: fault.outputOffset)
      let column = (place.spans.first?.columns.lowerBound ?? 0) + 1
      let message =
        "line \(place.line), column \(column), byte \(fault.offset): "
        + "\(fault.hexadecimal) stands for nothing in \(text.encoding.rawValue)"
      findings.add(.encodingError, at: place, subject: fault.hexadecimal, message)
      if first == nil { first = (message, place) }
    }
    guard settings.decodingPolicy == .refuse, let first else { return }
    let count = text.faults.count
    let more = count == 1 ? "" : " (and \(count - 1) more such places)"
    throw Refusal(
      .undecodable, first.message + more, place: first.place,
      advice: "set the right encoding in the pipeline file, or have unreadable bytes replaced")
  }
}
