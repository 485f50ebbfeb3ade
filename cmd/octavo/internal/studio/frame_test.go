package studio

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
)

// TestPageOpens: the address leads to the book's pages, without its token, and nobody is kept out, in light and dark, on a desk and on
// a phone.
func TestPageOpens(t *testing.T) {
	b := open(t, shipped(t))
	b.wait(`document.querySelector(".paper canvas")`)
	b.wait(`document.title.includes("Write This Down")`)
	var address string
	if b.eval("location.href.split('#')[0]", &address); address != "http://127.0.0.1:"+b.port()+"/" {
		t.Errorf("the address is %s", address)
	}
	b.wait(`getComputedStyle(document.querySelector("h1")).fontFamily.startsWith("Book") && document.fonts.check("italic 16px Book")`)
	for _, words := range []string{"118 pages", "22,214 words", "no problems"} {
		b.waitText("footer", words)
	}
	b.visit(func(v string) {
		var fault bool
		if b.eval(`document.querySelector("main").innerText.includes("does not answer")`, &fault); fault {
			t.Errorf("the view %s has no answer", v)
		}
	})
	b.prefer("light")
	b.axe()
	b.prefer("dark")
	b.axe()
	b.size(390, 844)
	b.axe()
	var wide bool
	if b.eval("document.documentElement.scrollWidth > innerWidth", &wide); wide {
		t.Error("on a phone the page is wider than the screen")
	}
}

// TestKeyboardOnly goes through the frame by keys alone: to a chapter, through the boxes and back to where the focus was.
func TestKeyboardOnly(t *testing.T) {
	b := open(t, shipped(t))
	b.waitText("footer", "pages")
	b.press("Tab")
	if got := b.focus(); got != "Skip to content" {
		t.Errorf("the first thing that has the focus is %q", got)
	}
	b.press("Enter")
	b.wait(`document.activeElement.id === "view"`)
	b.press("/")
	b.wait(`document.querySelector("dialog.goto").open`)
	b.waitText("dialog.goto [role=option]", "Pages")
	b.axe()
	b.press("ArrowDown", "ArrowUp", "Enter")
	b.wait(`location.hash === "#pages" && !document.querySelector("dialog[open]")`)
	b.press("?")
	b.waitText("dialog.help", "Everywhere")
	b.axe()
	b.press("Escape")
	b.wait(`!document.querySelector("dialog[open]")`)
	b.eval(`document.querySelector("footer button").focus()`, nil)
	b.press("Enter")
	b.waitText("dialog.words", "About the Author")
	b.axe()
	b.press("Escape")
	if got := b.focus(); !strings.HasSuffix(got, "words") {
		t.Errorf("after the words the focus is on %q", got)
	}
	b.eval(`document.querySelector(".frame-tools button:nth-child(2)").focus()`, nil)
	b.press("Enter", "Enter")
	b.wait(`getComputedStyle(document.documentElement).colorScheme === "dark"`)
	b.waitText(".note", "Colours: dark")
	b.press("Enter")
	b.wait(`getComputedStyle(document.documentElement).colorScheme === "light dark"`)
}

// TestLetterKeysOff: single letters do nothing once an author wants that, and Ctrl-K does.
func TestLetterKeysOff(t *testing.T) {
	b := open(t, manyPages(t, 1))
	b.waitText("footer", "pages")
	b.press("?")
	b.click("#letter-keys")
	b.press("Escape", "?", "/")
	b.wait(`!document.querySelector("dialog[open]")`)
	b.press("Control+k")
	b.wait(`document.querySelector("dialog.goto").open`)
}

// TestTabWhilePagesMove goes to another view at the very moment at which the pages write where they are into the address.
func TestTabWhilePagesMove(t *testing.T) {
	b := open(t, booktest.Kitchen)
	b.goTo(3)
	b.eval(`(document.querySelector('a[data-view="cards"]').click(), document.querySelector('[aria-label="Page on"]').click())`, nil)
	b.wait(`!document.querySelector("#cards").hidden`)
	var hash string
	if b.eval("location.hash", &hash); hash != "#cards" {
		t.Errorf("the address names %s", hash)
	}
}

// focus returns what has the focus, by its words.
func (b *tab) focus() (out string) {
	b.t.Helper()
	b.eval("document.activeElement.innerText", &out)
	return out
}

// TestPageSaysWhatIsOld: over an error the old pages stay under a sign, which goes when the error is mended.
func TestPageSaysWhatIsOld(t *testing.T) {
	b := open(t, manyPages(t, 2))
	b.waitText("footer", "pages")
	put(t, b.dir, chapterName(1), "## A heading.\n+++\nkind = \"mem\n+++\n")
	b.waitText(".sign", "These are the pages of")
	b.waitText(".sign", chapterName(1)+":")
	b.waitText("footer", "1 error")
	b.wait(`document.querySelector(".paper canvas")`)
	b.prefer("light")
	b.axe()
	b.prefer("dark")
	b.axe()
	put(t, b.dir, chapterName(1), manyWords(1, "mended"))
	b.wait(`document.querySelector(".sign").hidden`)
	b.waitText("footer", "no problems")
}

// TestPageSaysThatTheStudioEnded: an author whose studio has ended is told how to start it again.
func TestPageSaysThatTheStudioEnded(t *testing.T) {
	b := open(t, manyPages(t, 1))
	b.allow("net::ERR")
	b.wait(`document.querySelector(".paper canvas")`)
	b.end()
	b.waitText(".away", "octavo serve")
	b.axe()
}

// TestEmptyFolder: there is a page to begin with.
func TestEmptyFolder(t *testing.T) {
	b := open(t, t.TempDir())
	b.wait(`document.querySelector("footer").innerText.includes("0 pages")`)
	b.axe()
}

// TestHostileBook: whatever a manuscript has in it shows as text: no script of it runs, and nothing is asked for but the studio's own,
// which the browser's tests hold in all cases.
func TestHostileBook(t *testing.T) {
	dir := t.TempDir()
	const evil = `<img src=x onerror=hit()><script>hit()</script><svg onload=hit()>`
	put(t, dir, "book.toml", "[book]\ntitle = '''"+evil+"'''\nsubtitle = '''"+evil+"'''\nauthors = ['''"+evil+"''']\ndate = 2026-01-01\n[themes]\none = '''"+evil+"'''\n")
	put(t, dir, "manuscript/01 <img src=x onerror=hit()>.md", "# "+strings.ReplaceAll(evil, "<", "\\<")+"\n\nA link to [here](javascript:hit()) and to <https://example.com/>.\n\n"+
		"<script>hit()</script>\n\n<img src=\"https://example.com/x.png\" onerror=\"hit()\">\n\n![drawing](x.svg)\n\n## \\<b onclick=hit()>Maxim.\n+++\nkind = \"meme\"\nthemes = [\"one\"]\n+++\n\nGloss is is \\<img src=x onerror=hit()>.\n")
	put(t, dir, "manuscript/02.md", "# Two\n\n\\<img src=x onerror=hit()> stands here.\n")
	put(t, dir, "manuscript/x.svg", `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" onload="hit()"><script>hit()</script><image href="https://example.com/x.png"/></svg>`)
	for _, broken := range []bool{true, false} {
		if !broken {
			put(t, dir, "manuscript/01 <img src=x onerror=hit()>.md", "# "+strings.ReplaceAll(evil, "<", "\\<")+"\n\n## \\<b onclick=hit()>Maxim.\n+++\nkind = \"meme\"\nthemes = [\"one\"]\n+++\n\nGloss \\<img src=x onerror=hit()>.\n")
		}
		b := open(t, dir)
		b.eval(`(window.hit = () => { document.documentElement.dataset.hit = "yes"; }, null)`, nil)
		b.waitText("h1", "<img src=x onerror")
		b.visit(func(string) {})
		b.click("footer button")
		b.waitText("dialog.words", "onerror")
		var hit bool
		if b.eval(`document.documentElement.dataset.hit === "yes" || document.querySelectorAll("body img[src=x], body script").length > 0`, &hit); hit {
			t.Error("a manuscript's script has run")
		}
	}
}

// TestBundle: what the browser loads is small, and was made of the sources as they are. web/build.sh makes it.
func TestBundle(t *testing.T) {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	err := fs.WalkDir(bundle, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := bundle.ReadFile(name)
		if err == nil {
			_, err = z.Write(data)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if z.Close(); out.Len() > 400<<10 {
		t.Errorf("the page and its script are %d bytes, compressed", out.Len())
	}
	var sources []string
	err = filepath.WalkDir("web", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && (d.Name() == "node_modules" || d.Name() == "dist") {
			return fs.SkipDir
		}
		if ext := filepath.Ext(name); ext == ".ts" || ext == ".css" || ext == ".json" || ext == ".sh" {
			sources = append(sources, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(sources)
	h := sha256.New()
	for _, name := range sources {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(h, "%x  .%s\n", sha256.Sum256(data), strings.TrimPrefix(name, "web"))
	}
	if made := contents(t, "web/dist", "sources.sha256"); strings.TrimSpace(made) != fmt.Sprintf("%x", h.Sum(nil)) {
		t.Error("web/dist was made of other sources: run web/build.sh")
	}
}
