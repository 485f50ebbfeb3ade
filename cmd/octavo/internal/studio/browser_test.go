package studio

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Tests in a real browser. [open] starts a studio on a book's folder and opens it in a tab of the one Chromium that all tests
// share; the methods of [tab] do what an author does. Whatever the page writes to its console as a warning or an error, every
// exception, and every request to anything but the studio fails the test. A test that fails leaves a picture of its page in
// its folder of artifacts, which go test -artifacts keeps.

// browser is a Chromium that has been started, or why there is none.
var browser = sync.OnceValues(func() (context.Context, error) {
	path, err := exec.LookPath("chromium-headless-shell") // which takes half of the time, having no window of its own
	if err != nil {
		path, err = exec.LookPath("chromium")
	}
	if err != nil {
		return nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("force-color-profile", "srgb"), chromedp.WSURLReadTimeout(time.Minute))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, _ = chromedp.NewContext(ctx, chromedp.WithErrorf(func(string, ...any) {})) // it reports events that are newer than it
	stopBrowser = func() {
		_ = chromedp.Cancel(ctx)
		stop()
	}
	return ctx, chromedp.Run(ctx)
})

// stopBrowser ends the browser, if it runs.
var stopBrowser = func() {}

func TestMain(m *testing.M) {
	code := m.Run()
	stopBrowser()
	os.Exit(code)
}

// missing skips a test without what it needs; under CI=true it fails.
func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is missing, and under CI=true nothing may be skipped", what)
	}
	t.Skipf("%s is missing: make test installs it where it may", what)
}

// long reports whether tests do all their work.
func long() bool { return os.Getenv("OCTAVO_LONG") != "" }

// patience is how long a test waits for what must come. Machines that run tests have other things to do.
const patience = 30 * time.Second

// tab is a page of a browser in which a studio is open.
type tab struct {
	t       *testing.T
	ctx     context.Context
	dir     string // of the book
	studio  *Studio
	address string // with the token
	end     func() // ends the studio

	mu      sync.Mutex
	faults  []string                   // what the page reports
	allowed []*regexp.Regexp           // faults that the test expects
	asked   []string                   // addresses of all requests
	pending map[network.RequestID]bool // requests that have no answer yet
}

// open opens the studio of the book in the folder dir.
func open(t *testing.T, dir string) *tab { return openWith(t, dir, Options{}) }

// openWith opens a studio with options.
func openWith(t *testing.T, dir string, o Options) *tab {
	t.Helper()
	if testing.Short() {
		t.Skip("takes a browser")
	}
	chromium, err := browser()
	if errors.Is(err, exec.ErrNotFound) {
		missing(t, "chromium")
	}
	if err != nil {
		t.Fatal(err)
	}
	b := &tab{t: t, dir: dir, pending: map[network.RequestID]bool{}}
	b.serve(o)
	var cancel context.CancelFunc
	b.ctx, cancel = chromedp.NewContext(chromium, chromedp.WithNewBrowserContext())
	t.Cleanup(func() {
		b.picture()
		cancel()
	})
	chromedp.ListenTarget(b.ctx, b.hear)
	if err := chromedp.Run(b.ctx); err != nil { // the tab lives as long as the context of its first action
		t.Fatal(err)
	}
	b.size(1400, 900)
	b.run(emulation.SetFocusEmulationEnabled(true)) // or a tab behind another draws nothing
	b.run(chromedp.Navigate(b.address))
	b.wait(`document.querySelector("main") !== null`)
	return b
}

// serve starts the studio.
func (b *tab) serve(o Options) {
	b.t.Helper()
	b.studio, b.address, b.end = serve(b.t, b.dir, o)
}

// serve serves the studio of the book in dir until the test or end ends it.
func serve(t testing.TB, dir string, o Options) (s *Studio, address string, end func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background()) // the test's own ends before its tab is closed
	s = New(dir, o)
	ready, ended := make(chan string, 1), make(chan error, 1)
	go func() { ended <- s.Serve(ctx, func(address string) { ready <- address }) }()
	end = sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("the studio ends with %v", err)
		}
	})
	select {
	case address = <-ready:
	case err := <-ended:
		t.Fatal(err)
	}
	t.Cleanup(end)
	return s, address, end
}

// port returns the port of the studio.
func (b *tab) port() string { return strconv.Itoa(b.studio.guard.port) }

// hear notes what the page does and reports.
func (b *tab) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.faults = append(b.faults, "exception: "+e.ExceptionDetails.Error())
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.APITypeError || e.Type == runtime.APITypeWarning || e.Type == runtime.APITypeAssert {
			var text []string
			for _, a := range e.Args {
				text = append(text, string(a.Value)+a.Description)
			}
			b.faults = append(b.faults, "console: "+strings.Join(text, " "))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.LevelError || e.Entry.Level == log.LevelWarning {
			b.faults = append(b.faults, fmt.Sprintf("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL))
		}
	case *network.EventRequestWillBeSent:
		b.asked = append(b.asked, e.Request.URL)
		if e.Type != network.ResourceTypeEventSource { // whose answer has no end
			b.pending[e.RequestID] = true
		}
	case *network.EventLoadingFinished:
		delete(b.pending, e.RequestID)
	case *network.EventLoadingFailed:
		delete(b.pending, e.RequestID)
	}
}

// allow names what the page may report in this test: an answer that refuses, for one.
func (b *tab) allow(pattern string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.allowed = append(b.allowed, regexp.MustCompile(pattern))
}

// picture judges what the page reported, and keeps a picture of it if the test has failed.
func (b *tab) picture() {
	b.mu.Lock()
	for _, f := range b.faults {
		if !slices.ContainsFunc(b.allowed, func(a *regexp.Regexp) bool { return a.MatchString(f) }) {
			b.t.Errorf("the page reports: %s", f)
		}
	}
	origin, _, _ := strings.Cut(b.address, "?")
	for _, a := range b.asked {
		if !strings.HasPrefix(a, origin) && !strings.HasPrefix(a, "data:") && !strings.HasPrefix(a, "blob:"+origin) {
			b.t.Errorf("the page asks for %s", a)
		}
	}
	b.mu.Unlock()
	if !b.t.Failed() {
		return
	}
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	var png []byte
	if chromedp.Run(ctx, chromedp.CaptureScreenshot(&png)) == nil {
		name := filepath.Join(b.t.ArtifactDir(), "page.png")
		b.t.Logf("a picture of the page: %s: %v", name, os.WriteFile(name, png, 0o666))
	}
}

// run runs actions of chromedp.
func (b *tab) run(actions ...chromedp.Action) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if err := chromedp.Run(ctx, actions...); err != nil {
		b.t.Fatalf("the browser: %v", err)
	}
}

// eval evaluates JavaScript, waits for its promise, and stores what comes out in to, which may be nil.
func (b *tab) eval(expression string, to any) {
	b.t.Helper()
	var out json.RawMessage
	b.run(chromedp.Evaluate("(async () => ("+expression+") ?? null)()", &out, func(p *runtime.EvaluateParams) *runtime.EvaluateParams {
		return p.WithAwaitPromise(true)
	}))
	if to == nil {
		return
	}
	if err := json.Unmarshal(out, to); err != nil {
		b.t.Fatalf("%s is %s: %v", expression, out, err)
	}
}

// text returns the text of the first element that a selector names, as it is seen.
func (b *tab) text(selector string) (out string) {
	b.t.Helper()
	b.wait(fmt.Sprintf("document.querySelector(%q) !== null", selector))
	b.eval(fmt.Sprintf("document.querySelector(%q).innerText", selector), &out)
	return out
}

// wait waits until a JavaScript expression is true.
func (b *tab) wait(expression string) {
	b.t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		var ok bool
		if b.eval("!!("+expression+")", &ok); ok {
			return
		}
		if time.Now().After(deadline) {
			var seen string
			b.eval("document.body.innerText", &seen)
			b.t.Fatalf("%s does not come true; the page says:\n%.2000s", expression, seen)
		}
	}
}

// settle waits until the page has the answers to all that it has asked for, and has drawn them.
func (b *tab) settle() {
	b.t.Helper()
	for deadline := time.Now().Add(patience); ; {
		b.eval("new Promise((r) => requestAnimationFrame(() => setTimeout(r, 20)))", nil)
		b.mu.Lock()
		n := len(b.pending)
		b.mu.Unlock()
		if n == 0 {
			return
		}
		if time.Now().After(deadline) {
			b.t.Fatalf("%d requests have no answer", n)
		}
	}
}

// visit goes through all views by their tabs, from the last to the first, and calls do in each once it is there.
func (b *tab) visit(do func(view string)) {
	b.t.Helper()
	var views []string
	b.eval(`[...document.querySelectorAll("nav [data-view]")].filter((a) => a.checkVisibility()).map((a) => a.dataset.view)`, &views)
	if len(views) < 8 {
		b.t.Errorf("the views are only %q", views)
	}
	for _, v := range slices.Backward(views) {
		b.eval(fmt.Sprintf("document.querySelector('nav [data-view=%q]').click()", v), nil)
		b.wait(fmt.Sprintf("document.querySelector('nav [aria-current]').dataset.view === %q", v))
		b.settle()
		do(v)
	}
}

// waitText waits until an element's text holds some words.
func (b *tab) waitText(selector, words string) {
	b.t.Helper()
	b.wait(fmt.Sprintf("document.querySelector(%q)?.innerText.includes(%q)", selector, words))
}

// click clicks in the middle of an element, once it is seen.
func (b *tab) click(selector string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	for {
		err := chromedp.Run(ctx, chromedp.Click(selector, chromedp.ByQuery, chromedp.NodeVisible))
		switch {
		case err == nil:
			return
		case !strings.Contains(err.Error(), "Could not find node"): // the page has put another in its place since it was found
			b.t.Fatalf("the browser: %v", err)
		}
	}
}

// clickAt clicks at a place of the page, in CSS pixels.
func (b *tab) clickAt(x, y float64) {
	b.t.Helper()
	b.run(chromedp.MouseClickXY(x, y))
}

// write types text where the focus is.
func (b *tab) write(text string) {
	b.t.Helper()
	b.run(chromedp.KeyEvent(text))
}

// press presses keys, one after the other: "Tab", "Control+k", "Shift+Tab", "?".
func (b *tab) press(keys ...string) {
	b.t.Helper()
	named := map[string]string{"Tab": kb.Tab, "Enter": kb.Enter, "Escape": kb.Escape, "Backspace": kb.Backspace, "Delete": kb.Delete,
		"ArrowLeft": kb.ArrowLeft, "ArrowRight": kb.ArrowRight, "ArrowUp": kb.ArrowUp, "ArrowDown": kb.ArrowDown,
		"Home": kb.Home, "End": kb.End, "PageUp": kb.PageUp, "PageDown": kb.PageDown, "Space": " "}
	modifiers := map[string]input.Modifier{"Control": input.ModifierCtrl, "Shift": input.ModifierShift, "Alt": input.ModifierAlt, "Meta": input.ModifierMeta}
	for _, key := range keys {
		var held []input.Modifier
		for {
			name, rest, ok := strings.Cut(key, "+")
			m, is := modifiers[name]
			if !ok || !is {
				break
			}
			held, key = append(held, m), rest
		}
		if k, ok := named[key]; ok {
			b.run(chromedp.KeyEvent(k, chromedp.KeyModifiers(held...)))
			continue
		}
		var all input.Modifier
		for _, m := range held {
			all |= m
		}
		down := input.DispatchKeyEvent(input.KeyDown).WithKey(key).WithModifiers(all).WithWindowsVirtualKeyCode(int64(strings.ToUpper(key)[0]))
		if all&^input.ModifierShift == 0 { // in one event with its text, which the page may prevent
			down = down.WithText(key)
		}
		b.run(down, input.DispatchKeyEvent(input.KeyUp).WithKey(key).WithModifiers(all))
	}
}

// drop drops a file on an element.
func (b *tab) drop(selector, name, mime string, data []byte) {
	b.t.Helper()
	b.wait(fmt.Sprintf("document.querySelector(%q) !== null", selector))
	b.eval(fmt.Sprintf(`(() => {
		const all = new DataTransfer();
		all.items.add(new File([Uint8Array.from(atob(%q), (c) => c.charCodeAt(0))], %q, { type: %q }));
		const on = document.querySelector(%q);
		for (const kind of ["dragenter", "dragover", "drop"]) {
			on.dispatchEvent(new DragEvent(kind, { dataTransfer: all, bubbles: true, cancelable: true }));
		}
	})()`, base64.StdEncoding.EncodeToString(data), name, mime, selector), nil)
}

// size makes the window as large as this; one that is narrow is a phone's.
func (b *tab) size(width, height int64) {
	b.t.Helper()
	phone := width < 600
	b.run(emulation.SetDeviceMetricsOverride(width, height, 1, phone), emulation.SetTouchEmulationEnabled(phone))
}

// prefer makes the system's colours "light" or "dark".
func (b *tab) prefer(scheme string) {
	b.t.Helper()
	b.run(emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}))
}

// axe has axe look for what keeps people out: nothing may be found.
func (b *tab) axe() {
	b.t.Helper()
	b.wait("document.fonts.status === 'loaded'")
	var there bool
	if b.eval("!!window.axe", &there); !there {
		source, err := axe()
		if errors.Is(err, fs.ErrNotExist) {
			missing(b.t, "axe-core")
		}
		if err != nil {
			b.t.Fatal(err)
		}
		b.run(chromedp.Evaluate(string(source), nil))
	}
	var found []string
	b.eval(`axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations.flatMap((v) =>
		v.nodes.map((n) => v.id + ": " + v.help + ": " + n.html + " (" + n.failureSummary + ")")))`, &found)
	for _, f := range found {
		b.t.Errorf("axe: %s", f)
	}
}

// axe is the source of axe, which validators.sh installs, or why it cannot be read.
var axe = sync.OnceValues(func() ([]byte, error) {
	folder, err := exec.Command("../../validators.sh", "--folder").Output()
	if err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), "node_modules", "axe-core", "axe.min.js"))
})

// shipped returns a copy of this repository's book in a folder of its own.
func shipped(t testing.TB) string {
	t.Helper()
	const repository = "../../../.."
	dir := t.TempDir()
	text, err := os.ReadFile(filepath.Join(repository, "book.toml"))
	if err != nil {
		t.Skip("the repository holds no book")
	}
	put(t, dir, "book.toml", string(text))
	if err := os.CopyFS(filepath.Join(dir, "manuscript"), os.DirFS(filepath.Join(repository, "manuscript"))); err != nil {
		t.Fatal(err)
	}
	return dir
}

// put writes a file of a book by its slash-separated name.
func put(t testing.TB, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// contents returns a file of a book by its slash-separated name.
func contents(t testing.TB, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
