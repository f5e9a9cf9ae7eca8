"""Opens reports in headless Chromium and looks at them: browser.py FOLDER AXE REPORT...

At three sizes, light and dark, in Japanese and English: no error on the console, no request beside
the page itself, nothing to scroll to the side, every chart has its text, nothing serious for axe,
enough contrast, text of the sources stays text, search, keys and print work. Screenshots stay in
FOLDER. A report named big.html is opened and timed: it must be there in a second.
"""
import base64, json, os, pathlib, subprocess, sys, tempfile, time

import websocket

SIZES = {"phone": (390, 844), "tablet": (820, 1180), "desktop": (1280, 900)}
# So long the browser may work until a page is there, laid out and painted. Its own time is counted,
# because a machine may be busy, and the best of some openings.
OPENS_WITHIN_MS = 1_000
OPENINGS = 4
TABS = 30

# When the first frame with all that was loaded stands on the screen.
PAINTED = """new Promise(done => requestAnimationFrame(() => setTimeout(() => done(
  Math.max(performance.now(), performance.getEntriesByType('navigation')[0].loadEventEnd)))))"""

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


# What repeats need not be compared with its background again and again: only the first text of
# each way down the page by elements and classes stays, with all that is folded.
UNIQUE = """(() => {
  for (const part of document.querySelectorAll('details')) part.open = true;
  const ways = new Map([[document.body, '']]), seen = new Set(), kept = new Set();
  const way = (e) => {
    if (!ways.has(e)) ways.set(e, `${way(e.parentElement)} ${e.localName}.${e.getAttribute('class')}`);
    return ways.get(e);
  };
  for (const e of document.body.querySelectorAll('*')) {
    const says = [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
    if (!says || !e.checkVisibility() || seen.has(way(e))) continue;
    seen.add(way(e));
    for (let up = e; up && !kept.has(up); up = up.parentElement) kept.add(up);
  }
  for (const e of document.body.querySelectorAll('tr, li, dt, dd, details, .card, .piece, figure'))
    if (!kept.has(e)) e.remove();
  return seen.size;
})()"""

# Where axe does not decide (text of charts, arrows) this does: every text against what is behind it.
CONTRAST = """(() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => numbers(colour).slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (e) => {
    for (; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor, opacity = numbers(colour)[3] ?? 1;
      if (opacity === 1) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const faint = [];
  for (const e of document.body.querySelectorAll('*')) {
    if (![...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim())) continue;
    if (!e.checkVisibility() || e.localName === 'option') continue;
    const style = getComputedStyle(e);
    const [a, b] = [light(e.ownerSVGElement ? style.fill : style.color), light(behind(e))]
      .sort((x, y) => x - y);
    if ((b + 0.05) / (a + 0.05) < 4.5) faint.push(e.outerHTML.slice(0, 160));
  }
  return faint.slice(0, 5);
})()"""

FOCUS = """(() => {
  const stops = [...document.querySelectorAll('a[href], input, select, button, summary')]
    .filter(e => e.checkVisibility({contentVisibilityAuto: false}));
  const e = document.activeElement, box = e.getBoundingClientRect();
  const seen = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  return [stops.indexOf(e), seen && getComputedStyle(e).outlineStyle !== 'none',
    e.outerHTML.slice(0, 120)];
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
            f"ws://127.0.0.1:{number}{path}", suppress_origin=True, timeout=300,
            skip_utf8_validation=True)
        self.number, self.events, self.session = 0, [], None
        target = self("Target.createTarget", url="about:blank")["targetId"]
        self.session = self("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        # As if a person sat before it: keys go to the page.
        self("Emulation.setFocusEmulationEnabled", enabled=True)
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

    def show_all(self):
        """Lays out what is out of sight too, so that nothing moves while it is looked at."""
        self.value("(() => { const style = new CSSStyleSheet();"
                   "style.replaceSync('*{content-visibility:visible!important}');"
                   "document.adoptedStyleSheets = [style]; })()")

    def worked(self):
        """How many milliseconds the thread that reads, lays out and runs a page has worked."""
        metrics = {m["name"]: m["value"] for m in self("Performance.getMetrics")["metrics"]}
        return metrics["ThreadTime"] * 1000

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
        options = {"format": "png", "captureBeyondViewport": whole, "optimizeForSpeed": True}
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
    if name == "big":
        yield from opened(browser, address, name)
        return
    for size, (width, height) in SIZES.items():
        browser("Emulation.setDeviceMetricsOverride", width=width, height=height,
                deviceScaleFactor=1, mobile=size == "phone")
        browser("Emulation.setEmulatedMedia", media="", features=[])
        browser.open(address)
        # Two scripts would mean that one came out of a source.
        if browser.value("document.scripts.length") != 1 or browser.value("window.owned"):
            yield f"{name}, {size}: text of a source became a script"
        yield from (f"{name}, {size}: a chart without text: {c}" for c in browser.value(CHARTS))
        yield from (f"{name}, {size}: {p}" for p in tabbed(browser))
        browser.value(axe + "; undefined")
        for language in spoken(browser, ("en", "ja")):
            where = f"{name}, {size}, {language}"
            if browser.value("document.documentElement.lang") != language:
                yield f"{where}: the switch of the language does nothing"
            yield from (f"{where}: stands out to the side: {e}" for e in browser.value(SIDEWAYS))
            # What is said, named and nested is the same in every colour, and on a tablet as on a
            # desktop; hostile text is the same in both languages.
            if size != "tablet" and (language == "ja" or name == "sample"):
                yield from (f"{where}: {v}" for v in violations(
                    browser, {"rules": {"color-contrast": {"enabled": False}}}))
        if problem := browser.value(SEARCH):
            yield f"{name}, {size}: {problem}"
        browser.value("for (const part of document.querySelectorAll('details')) part.open = true")
        browser.show_all()
        browser.value("scrollTo(0, 0)")
        yield from (f"{name}, {size}, unfolded: stands out to the side: {e}"
                    for e in browser.value(SIDEWAYS))
        for scheme in colours(browser, "dark", "light"):
            if name == "sample":
                browser.shoot(f"{shots}/{name}-{size}-{scheme}.png")
            yield from (f"{name}, {size}, {scheme}: too faint: {e}"
                        for e in browser.value(CONTRAST))
        if not browser.value(UNIQUE):
            yield f"{name}, {size}: no text is left for axe"
        if name == "sample" or size == "phone":
            browser.shoot(f"{shots}/{name}-{size}-whole.png", whole=True)
        for scheme in colours(browser, "dark", "light"):
            yield from (f"{name}, {size}, {scheme}: {v}" for v in violations(
                browser, {"runOnly": ["color-contrast"]}))
        yield from (f"{name}, {size}: {c}" for c in browser.complaints(address))
    browser.open(address)
    browser("Emulation.setEmulatedMedia", media="print", features=[])
    if browser.value("getComputedStyle(document.querySelector('nav')).display") != "none":
        yield f"{name}: the contents stand on paper"
    if name == "sample":
        paper = browser("Page.printToPDF", preferCSSPageSize=True)["data"]
        pathlib.Path(f"{shots}/{name}.pdf").write_bytes(base64.b64decode(paper))


def opened(browser, address, name):
    """Opens a report again and again; its figures are printed."""
    browser("Performance.enable")
    for size, (width, height) in SIZES.items():
        browser.open("about:blank")
        browser("Emulation.setDeviceMetricsOverride", width=width, height=height,
                deviceScaleFactor=1, mobile=size == "phone")
        times = []
        for _ in range(OPENINGS):
            browser.open("about:blank")
            before = browser.worked()
            browser.open(address)
            painted = browser.value(PAINTED)
            times.append((browser.worked() - before, painted))
        work, painted = min(times)
        print(f"{name}, {size}: painted after {work:.0f} ms of work, {painted:.0f} ms", flush=True)
        if work > OPENS_WITHIN_MS:
            yield f"{name}, {size}: it opens after {work:.0f} ms of work"
    browser.open("about:blank")


def colours(browser, *schemes):
    for scheme in schemes:
        browser("Emulation.setEmulatedMedia", media="", features=[
            {"name": "prefers-color-scheme", "value": scheme}])
        yield scheme


def spoken(browser, languages):
    for language in languages:
        browser.value(f"document.getElementById('language-{language}').click()")
        yield language


def tabbed(browser):
    """Where Tab leads, from the top of the page through the contents into the findings."""
    for stop in range(TABS):
        for kind in ("rawKeyDown", "keyUp"):
            browser("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab",
                    windowsVirtualKeyCode=9)
        place, is_seen, element = browser.value(FOCUS)
        if place < 0 or (stop == 0 and "skip" not in element):
            yield f"Tab {stop + 1} leads to {element}"
        if stop and place <= before:
            yield f"Tab {stop + 1} leads back to {element}"
        if not is_seen:
            yield f"Tab {stop + 1} leads out of sight: {element}"
        before = place


def violations(browser, options):
    found = browser.value(
        f"axe.run(document, {json.dumps({**options, 'resultTypes': ['violations']})}).then("
        "r => r.violations.map("
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
