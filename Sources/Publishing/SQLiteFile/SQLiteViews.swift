/// The questions people ask most, as views of the SQLite file.
enum SQLiteViews {
  /// A view and the tables it reads; a file without one of them goes without the view.
  struct View {
    let name: String
    let tables: Set<String>
    let sql: String
  }

  static let all = [mismatches, ruleCounts, projectBudgets, projectChanges, openQuestions]

  /// What does not add up, worst first.
  private static let mismatches = View(
    name: "mismatches", tables: ["reconciliations", "documents"],
    sql: """
      SELECT r.id, r.severity, r.rule, r.scope, r.fiscal_year, r.left_label, r.left_yen,
        r.right_label, r.right_yen, r.difference, r.unit_yen, r.explanation, r.suspects,
        d.path AS document_path
      FROM reconciliations r LEFT JOIN documents d ON d.id = r.document
      WHERE r.status = 'mismatch'
      ORDER BY CASE r.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END,
        abs(r.difference) DESC, r.id
      """)

  /// How often each rule was applied, and with what outcome.
  private static let ruleCounts = View(
    name: "rule_counts", tables: ["reconciliations"],
    sql: """
      SELECT rule, count(*) AS applied,
        sum(status IN ('exact', 'within_rounding')) AS passed,
        sum(status = 'mismatch') AS failed,
        sum(status = 'undecided') AS undecided,
        sum(status = 'not_comparable') AS not_comparable
      FROM reconciliations GROUP BY rule ORDER BY rule
      """)

  /// The total of each project, year and stage as printed; stages are never added up.
  private static let projectBudgets = View(
    name: "project_budgets", tables: ["budget_lines", "documents"],
    sql: """
      SELECT b.project, b.fiscal_year, b.budget_kind, b.supp_no, b.amount_yen, b.unit_yen,
        b.amount_low, b.amount_high, b.is_prior_year, d.path AS document_path, b.line, b.id
      FROM budget_lines b JOIN documents d ON d.id = b.document
      WHERE b.level = 'project_total'
      ORDER BY b.project, b.fiscal_year, b.budget_kind, b.supp_no, d.path, b.line
      """)

  /// The initial budget of each project beside the year before; the change in 1/100 of a percent.
  private static let projectChanges = View(
    name: "project_changes", tables: ["budget_lines"],
    sql: """
      WITH totals AS (
        SELECT project, fiscal_year, min(amount_yen) AS amount_yen
        FROM budget_lines
        WHERE level = 'project_total' AND budget_kind = 'initial' AND NOT is_prior_year
          AND amount_yen IS NOT NULL AND project IS NOT NULL
        GROUP BY project, fiscal_year
        HAVING min(amount_yen) = max(amount_yen))
      SELECT n.project, n.fiscal_year, o.amount_yen AS before_yen, n.amount_yen,
        n.amount_yen - o.amount_yen AS change_yen,
        CASE WHEN o.amount_yen > 0
          THEN (n.amount_yen - o.amount_yen) * 10000 / o.amount_yen END AS change_basis_points
      FROM totals n JOIN totals o
        ON o.project = n.project AND o.fiscal_year = n.fiscal_year - 1
      ORDER BY n.project, n.fiscal_year
      """)

  /// The figures whose programme a person must settle.
  private static let openQuestions = View(
    name: "open_questions", tables: ["budget_lines", "documents"],
    sql: """
      SELECT b.id, b.project, b.raw, b.amount_yen, b.candidates, d.path AS document_path, b.line
      FROM budget_lines b JOIN documents d ON d.id = b.document
      WHERE b.link = 'ambiguous'
      ORDER BY d.path, b.line, b.id
      """)
}
