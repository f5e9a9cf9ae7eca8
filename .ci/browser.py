"""Opens reports in headless Chromium and looks at them: browser.py FOLDER AXE REPORT...

At three sizes, light and dark, in Japanese and English: no error on the console, no request beside
the page itself, nothing to scroll to the side, every chart has its text, nothing serious for axe,
text of the sources stays text, search, keys and print work. A report named big.html is only opened.
Screenshots stay in FOLDER.
"""
import base64, json, os, pathlib, subprocess, sys, tempfile, time

import websocket

SIZES = {"phone": (390, 844), "tablet": (820, 1180), "desktop": (1280, 900)}
# Wall time on a machine that may be busy; figures are printed.
OPENS_WITHIN_MS = 10_000

CHARTS = """[...document.querySelectorAll('svg')].filter(svg => {
  if (svg.getAttribute('aria-hidden') === 'true') return !svg.parentElement.textContent.trim();
  const label = svg.getAttribute('aria-label') || svg.getAttribute('aria-labelledby');
  return svg.getAttribute('role') !== 'img' || !label
    || !svg.closest('figure')?.querySelector('table, ul');
}).map(svg => svg.outerHTML.slice(0, 200))"""

SIDEWAYS = """(() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > width + 1).slice(0, 5)
    .map(e => e.outerHTML.slice(0, 160));
})()"""

SEARCH = """(async () => {
  const key = (key, target) => target.dispatchEvent(
    new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
  key('/', document.body);
  const search = document.getElementById('search');
  if (document.activeElement !== search) return "'/' does not lead to the search";
  const entries = [...document.querySelectorAll('[data-entry]')];
  const shown = () => entries.filter(e => !e.hidden).length;
  const word = entries.map(e => e.textContent.trim()).find(Boolean)?.slice(0, 6) ?? '';
  search.value = word;
  search.form.dispatchEvent(new Event('input', {bubbles: true}));
  if (word && shown() === 0) return `the search does not find '${word}'`;
  search.value = 'no such words anywhere';
  search.form.dispatchEvent(new Event('input', {bubbles: true}));
  if (shown() !== 0) return 'the search hides nothing';
  key('Escape', search);
  return shown() === entries.length ? '' : 'Escape does not end the search';
})()"""


class Browser:
    """One Chromium with one page, spoken to by its remote debugging protocol."""

    def __init__(self, profile):
        self.process = subprocess.Popen(
            ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--no-first-run", "--disable-background-networking", "--disable-dev-shm-usage",
             "--remote-debugging-port=0", f"--user-data-dir={profile}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        port = pathlib.Path(profile, "DevToolsActivePort")
        deadline = time.monotonic() + 60
        while not (port.exists() and len(port.read_text().split("\n")) > 1):
            if time.monotonic() > deadline or self.process.poll() is not None:
                sys.exit("browser: chromium does not start")
            time.sleep(0.05)
        number, path = port.read_text().strip().split("\n")
        self.socket = websocket.create_connection(
            f"ws://127.0.0.1:{number}{path}", suppress_origin=True, timeout=120)
        self.number, self.events, self.session = 0, [], None
        target = self("Target.createTarget", url="about:blank")["targetId"]
        self.session = self("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self(f"{domain}.enable")

    def __call__(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.socket.send(json.dumps(message))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"browser: {method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def value(self, script):
        result = self("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            sys.exit(f"browser: {result['exceptionDetails']}")
        return result["result"].get("value")

    def open(self, address):
        self.events = []
        self("Page.navigate", url=address)
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(json.loads(self.socket.recv()))

    def complaints(self, address):
        for event in self.events:
            method, details = event.get("method"), event.get("params", {})
            if method == "Runtime.exceptionThrown":
                yield f"exception: {details['exceptionDetails']}"
            if method == "Runtime.consoleAPICalled" and details["type"] in ("error", "warning"):
                yield f"console: {details['args']}"
            if method == "Log.entryAdded" and details["entry"]["level"] in ("error", "warning"):
                yield f"console: {details['entry']['text']}"
            if method == "Network.requestWillBeSent" and details["request"]["url"] != address:
                yield f"request: {details['request']['url']}"

    def shoot(self, path, whole=False):
        options = {"format": "png", "captureBeyondViewport": whole}
        if whole:
            size = self("Page.getLayoutMetrics")["cssContentSize"]
            options["clip"] = {"x": 0, "y": 0, "width": size["width"],
                               "height": min(size["height"], 8000), "scale": 1}
        picture = self("Page.captureScreenshot", **options)["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(picture))


def looked_at(browser, axe, report, shots):
    """What is wrong with a report."""
    address = pathlib.Path(report).resolve().as_uri()
    name = pathlib.Path(report).stem
    for size, (width, height) in SIZES.items():
        for scheme in ("light", "dark"):
            where = f"{name}, {size}, {scheme}"
            browser("Emulation.setDeviceMetricsOverride", width=width, height=height,
                    deviceScaleFactor=1, mobile=size == "phone")
            browser("Emulation.setEmulatedMedia", media="", features=[
                {"name": "prefers-color-scheme", "value": scheme}])
            browser.open(address)
            # The bytes are there and laid out, so that a person can read and scroll.
            took = browser.value("document.body.offsetHeight && "
                                 "performance.getEntriesByType('navigation')[0].loadEventEnd")
            if took > OPENS_WITHIN_MS:
                yield f"{where}: it opens in {took:.0f} ms"
            yield from (f"{where}: {c}" for c in browser.complaints(address))
            yield from (f"{where}: a chart without text: {c}" for c in browser.value(CHARTS))
            # Two scripts would mean that one came out of a source.
            if browser.value("document.scripts.length") != 1 or browser.value("window.owned"):
                yield f"{where}: text of a source became a script"
            browser.shoot(f"{shots}/{name}-{size}-{scheme}.png")
            if name == "big":
                print(f"{where}: opened in {took:.0f} ms", flush=True)
                continue
            for language in ("ja", "en"):
                browser.value(f"document.getElementById('language-{language}').click()")
                if browser.value("document.documentElement.lang") != language:
                    yield f"{where}: the switch to {language} does nothing"
                yield from (f"{where}, {language}: stands out to the side: {e}"
                            for e in browser.value(SIDEWAYS))
                if size != "tablet":
                    yield from (f"{where}, {language}: {v}" for v in violations(browser, axe))
        if name == "big":
            continue
        if problem := browser.value(SEARCH):
            yield f"{name}, {size}: {problem}"
        browser.value("for (const part of document.querySelectorAll('details')) part.open = true")
        yield from (f"{name}, {size}, unfolded: stands out to the side: {e}"
                    for e in browser.value(SIDEWAYS))
        browser.shoot(f"{shots}/{name}-{size}-whole.png", whole=True)
    if name == "big":
        return
    browser("Emulation.setEmulatedMedia", media="print", features=[])
    if browser.value("getComputedStyle(document.querySelector('nav')).display") != "none":
        yield f"{name}: the contents stand on paper"
    paper = browser("Page.printToPDF", preferCSSPageSize=True)["data"]
    pathlib.Path(f"{shots}/{name}.pdf").write_bytes(base64.b64decode(paper))


def violations(browser, axe):
    browser.value(axe + "; undefined")
    found = browser.value(
        "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map("
        "v => [v.impact, v.id, v.help, v.nodes.length, v.nodes[0].html.slice(0, 200)]))")
    return [f"axe: {v}" for v in found if v[0] in ("serious", "critical")]


def main(shots, axe, *reports):
    os.makedirs(shots, exist_ok=True)
    script = pathlib.Path(axe).read_text()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(profile)
        try:
            problems = [p for report in reports for p in looked_at(browser, script, report, shots)]
        finally:
            browser.process.terminate()
            browser.process.wait()
    for problem in problems:
        print(f"browser: {problem}", file=sys.stderr)
    sys.exit(1 if problems else 0)


main(*sys.argv[1:])
