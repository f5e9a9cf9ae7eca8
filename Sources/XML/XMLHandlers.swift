import CXML

/// The callbacks that the library calls; each finds its state behind the context pointer.
enum XMLHandlers {
  /// The library's tables, made ready once before any parser runs on any thread.
  static let isReady: Void = {
    xmlInitParser()
    choai_silence_xml()
  }()

  private typealias Context = UnsafeMutableRawPointer?

  private static func state(_ context: Context) -> UnsafeMutablePointer<XMLState>? {
    unsafe context?.assumingMemoryBound(to: XMLState.self)
  }

  /// The handlers for XML.
  static var xml: xmlSAXHandler {
    var handler = unsafe common
    unsafe handler.initialized = XML_SAX2_MAGIC
    unsafe handler.startElementNs = { context, local, _, space, _, _, count, _, list in
      guard let state = unsafe XMLHandlers.state(context) else { return }
      let first = unsafe state.pointee.attributes.count
      for index in 0..<Int(count) {
        // Five pointers for each attribute: name, prefix, name space, value, end of value.
        guard let list = unsafe list, let value = unsafe list[index * 5 + 3],
          let end = unsafe list[index * 5 + 4]
        else { continue }
        let name = unsafe state.pointee.number(list[index * 5], list[index * 5 + 2])
        unsafe state.pointee.addAttribute(
          name, UnsafeBufferPointer(start: value, count: end - value))
      }
      let name = unsafe state.pointee.number(local, space)
      unsafe state.pointee.start(name, attributesFrom: first)
    }
    unsafe handler.endElementNs = { context, local, _, space in
      guard let state = unsafe XMLHandlers.state(context) else { return }
      let name = unsafe state.pointee.number(local, space)
      unsafe state.pointee.end(name)
    }
    unsafe handler.internalSubset = { context, _, _, _ in
      guard let state = unsafe XMLHandlers.state(context) else { return }
      if unsafe !state.pointee.options.allowsDocumentType {
        unsafe state.pointee.fail(.documentType, "a document type stands where none is allowed")
      }
    }
    // Entities are never found, so none is ever expanded or fetched.
    unsafe handler.getEntity = { context, name in
      guard let state = unsafe XMLHandlers.state(context) else { return nil }
      // A declaration asks too; only a use of it is a fault.
      if unsafe state.pointee.parser?.pointee.inSubset == 0 {
        unsafe XMLHandlers.failEntity(
          state, name, "is not one of XML's own; others are not expanded")
      }
      return nil
    }
    unsafe handler.entityDecl = { context, name, type, _, _, _ in
      guard let state = unsafe XMLHandlers.state(context) else { return }
      if type != XML_INTERNAL_GENERAL_ENTITY.rawValue {
        unsafe XMLHandlers.failEntity(state, name, "would be fetched or take part in declarations")
      }
    }
    return unsafe handler
  }

  /// The handlers for web pages, whose elements have no name spaces.
  static var html: xmlSAXHandler {
    var handler = unsafe common
    unsafe handler.startElement = { context, local, list in
      guard let state = unsafe XMLHandlers.state(context) else { return }
      let first = unsafe state.pointee.attributes.count
      var index = 0
      // Names and values take turns, up to a null.
      while let list = unsafe list, let attribute = unsafe list[index] {
        let value = unsafe list[index + 1]
        let count = unsafe value.map { unsafe Int(xmlStrlen($0)) } ?? 0
        let name = unsafe state.pointee.number(attribute, nil)
        unsafe state.pointee.addAttribute(name, UnsafeBufferPointer(start: value, count: count))
        index += 2
      }
      let name = unsafe state.pointee.number(local, nil)
      unsafe state.pointee.start(name, attributesFrom: first)
    }
    unsafe handler.endElement = { context, local in
      guard let state = unsafe XMLHandlers.state(context) else { return }
      let name = unsafe state.pointee.number(local, nil)
      unsafe state.pointee.end(name)
    }
    return unsafe handler
  }

  private static var common: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    let addText: charactersSAXFunc = { context, text, count in
      guard let state = unsafe XMLHandlers.state(context) else { return }
      unsafe state.pointee.addText(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    unsafe handler.characters = addText
    unsafe handler.ignorableWhitespace = addText
    unsafe handler.cdataBlock = addText
    unsafe handler.serror = { context, error in
      guard let state = unsafe XMLHandlers.state(context), let error = unsafe error,
        unsafe error.pointee.level == XML_ERR_FATAL
      else { return }
      let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "unknown"
      let line = unsafe Int(error.pointee.line)
      unsafe state.pointee.fail(.malformed, XMLHandlers.trimmed(message), line: line)
    }
    return unsafe handler
  }

  private static func failEntity(
    _ state: UnsafeMutablePointer<XMLState>, _ name: UnsafePointer<xmlChar>?, _ what: String
  ) {
    let name = unsafe name.map { unsafe String(cString: $0) } ?? ""
    unsafe state.pointee.fail(.entity, "the entity '\(name)' \(what)")
  }

  /// A message of the library without its line end.
  private static func trimmed(_ message: String) -> String {
    var message = message
    while message.last?.isWhitespace == true { message.removeLast() }
    return message
  }
}
