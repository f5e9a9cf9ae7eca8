import Extraction
import Model

/// Extracts from a text that stands in a test.
func facts(
  _ text: String, settings: FamilySettings = FamilySettings(), fiscalYear: Int? = nil,
  registries: Registries = Registries()
) -> Facts {
  Extractor(registries).facts(
    of: Document(
      id: "d", attributes: DocumentAttributes(path: "d.txt", fiscalYear: fiscalYear),
      content: .text(TextBody(Array(text.utf8)))), settings: settings)
}
