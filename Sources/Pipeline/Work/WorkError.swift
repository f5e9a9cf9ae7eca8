import JSON

/// Why a document gave no facts: data for the job, not a failure of the worker.
struct WorkError: Error, Hashable {
  /// The kinds of reasons that are the job's; the readers' own are added to them by name.
  enum Code: String, CaseIterable {
    /// The line is no JSON.
    case badJSON = "bad_json"
    /// The line is JSON, but no request.
    case badRequest = "bad_request"
    /// The content is no Base64.
    case badBase64 = "bad_base64"
    /// The line is longer than the limit.
    case lineTooLong = "line_too_long"
    /// The content has another SHA-256 than the line says.
    case hashDiffers = "hash_differs"
    /// No source of the pipeline claims the document.
    case unclaimed
    /// The document is on the quarantine list.
    case quarantined
    /// The file cannot be read.
    case unreadable
  }

  let code: String
  let detail: String
  /// The document, where the line names one.
  let document: String?

  init(_ code: Code, _ detail: String, document: String? = nil) {
    self.init(code.rawValue, detail, document: document)
  }

  init(_ code: String, _ detail: String, document: String?) {
    self.code = code
    self.detail = detail
    self.document = document
  }
}
