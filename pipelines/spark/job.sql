-- The documents of a folder, read and understood on many machines, checked part by part.
--
--   spark-sql --archives choai-worker.tar.gz#w \
--     --hivevar docs=URI --hivevar out=URI --hivevar parts=N \
--     --hivevar pipeline=FILE --hivevar rules=SHA256 -f job.sql
--
-- docs   JSON Lines, one document a line (docs/scale.md)
-- out    a folder that is not there yet; URIs are absolute
-- parts  how many tasks the documents are split into
--
-- A gate that does not hold ends the job before anything is published.

CREATE TEMPORARY VIEW docs USING text OPTIONS (path '${docs}', lineSep '\n');

-- Kept once, and parsed once: a view would run the workers again for every question.
CREATE TABLE lines USING parquet LOCATION '${out}/raw' AS
SELECT r.*, line FROM (
  SELECT line, from_json(line,
    't STRING, doc STRING, seq BIGINT, part STRING, lines BIGINT, `in` BIGINT, version STRING, rules STRING, code STRING',
    map('mode', 'FAILFAST')) AS r
  FROM (
    SELECT TRANSFORM(value)
      ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t' LINES TERMINATED BY '\n'
      USING './w/worker work extract --protocol 1 --pipeline w/pipelines/${pipeline} --rules ${rules}'
      AS (line STRING)
      ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t' LINES TERMINATED BY '\n'
    FROM (SELECT /*+ REPARTITION(${parts}) */ value FROM docs)));

CREATE TEMPORARY VIEW asked AS SELECT get_json_object(value, '$.doc') AS doc FROM docs;

-- Every line of a worker is a JSON object of a known type; the parsing above fails on anything else.
SELECT assert_true(count_if(t IS NULL OR t NOT IN ('row', 'sum', 'finding', 'noted', 'error', 'doc', 'end')) = 0,
  'gate: a line of an unknown type') FROM lines;

-- The trailers count the lines that went in.
SELECT assert_true(coalesce(sum(`in`), 0) = (SELECT count(*) FROM docs),
  'gate: the trailers do not count all documents') FROM lines WHERE t = 'end';

-- One program and one set of rules.
SELECT assert_true(count(DISTINCT version, rules) = 1, 'gate: more than one version at work')
FROM lines WHERE t = 'end';

-- Each document has one receipt, and no receipt is for anything else.
SELECT assert_true(count(*) = 0, concat('gate: documents without just one receipt, such as ', min(doc)))
FROM (
  SELECT doc, sum(asked) AS asked, sum(given) AS given FROM (
    SELECT doc, 1 AS asked, 0 AS given FROM asked
    UNION ALL SELECT doc, 0, 1 FROM lines WHERE t = 'doc')
  GROUP BY doc HAVING sum(asked) <> sum(given) OR (doc IS NOT NULL AND sum(asked) <> 1));

-- Each document has as many lines as its receipt says, numbered without a gap.
SELECT assert_true(count(*) = 0, concat('gate: lines lost or doubled in ', min(doc)))
FROM (
  SELECT doc FROM lines WHERE t <> 'end' AND doc IS NOT NULL GROUP BY doc
  HAVING count(*) <> max(lines) + 1 OR count(DISTINCT seq) <> count(*) OR max(seq) <> count(*) - 1);

-- A file that a machine does not reach is a fault of the job, not of the document.
SELECT assert_true(count(*) = 0, concat('gate: files out of reach, such as ', min(doc)))
FROM lines WHERE t = 'error' AND code = 'unreadable';

-- What could not be read is data: it is published, and counted here.
SELECT code, count(*) AS documents FROM lines WHERE t = 'error' GROUP BY code ORDER BY code;

-- Checks: the lines of a part come together and in order, whatever machine they were made on.
CREATE TABLE checks USING parquet LOCATION '${out}/checked' AS
SELECT r.*, line FROM (
  SELECT line, from_json(line, 't STRING, part STRING, seq BIGINT, docs BIGINT, `in` BIGINT',
    map('mode', 'FAILFAST')) AS r
  FROM (
    SELECT TRANSFORM(line)
      ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t' LINES TERMINATED BY '\n'
      USING './w/worker work reconcile --protocol 1 --pipeline w/pipelines/${pipeline} --rules ${rules}'
      AS (line STRING)
      ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t' LINES TERMINATED BY '\n'
    FROM (
      SELECT line FROM lines WHERE t IN ('row', 'sum', 'finding', 'noted')
      DISTRIBUTE BY part SORT BY part, doc, seq)));

SELECT assert_true(coalesce(sum(`in`), 0) =
    (SELECT count(*) FROM lines WHERE t IN ('row', 'sum', 'finding', 'noted')),
  'gate: the trailers of the checks do not count all lines') FROM checks WHERE t = 'end';

SELECT assert_true(count(*) = 0, concat('gate: documents not checked in ', min(part)))
FROM (
  SELECT part, sum(had) AS had, sum(checked) AS checked FROM (
    SELECT part, count(DISTINCT doc) AS had, 0 AS checked FROM lines WHERE t = 'row' GROUP BY part
    UNION ALL SELECT part, 0, docs FROM checks WHERE t = 'part')
  GROUP BY part HAVING sum(had) <> sum(checked));

-- What is published: lines of JSON, to be compared byte for byte after sorting, and typed money.
INSERT OVERWRITE DIRECTORY '${out}/lines' USING text SELECT line FROM lines WHERE t <> 'end';
INSERT OVERWRITE DIRECTORY '${out}/checks' USING text SELECT line FROM checks WHERE t <> 'end';

CREATE TABLE budget_lines USING parquet LOCATION '${out}/budget_lines' AS
SELECT doc, seq, b.* FROM (
  SELECT doc, seq, from_json(get_json_object(line, '$.row'),
    'id STRING, document STRING, line BIGINT, place STRING, raw STRING, amount_yen BIGINT, unit_yen BIGINT, rounding STRING, amount_low BIGINT, amount_high BIGINT, fiscal_year BIGINT, budget_kind STRING, programme STRING, programme_id STRING, link STRING',
    map('mode', 'FAILFAST')) AS b
  FROM lines WHERE t = 'row' AND get_json_object(line, '$.table') = 'budget_lines');
