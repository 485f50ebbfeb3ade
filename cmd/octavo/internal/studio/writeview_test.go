package studio

import (
	"bytes"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// editorText is the text of the editor, which stands in a tree of its own.
const editorText = `[...document.querySelector(".editor").shadowRoot.querySelectorAll(".cm-line")].map(l => l.textContent).join("\n")`

// writing opens the view Write on a chapter, with the cursor in it.
func writing(t *testing.T, dir, file string) *tab {
	b := open(t, dir)
	b.eval(`location.hash = "write/`+file+`:1:1"`, nil)
	b.wait(`document.querySelector(".write .bar h2").textContent === "` + filepath.Base(file) + `"`)
	b.wait(`document.activeElement.classList.contains("editor")`)
	return b
}

// TestWriteAndSave writes into a chapter by the keyboard alone: the page shows it before it is saved, Ctrl-S saves it, and nothing else
// in the file changes.
func TestWriteAndSave(t *testing.T) {
	dir := smallBook(t)
	b := writing(t, dir, "manuscript/02.md")
	b.press("Control+End")
	b.write("More of it.")
	b.waitText(".write .state", "Not saved")
	b.wait(`document.querySelector(".beside .folio").textContent.startsWith("Page")`)
	if strings.Contains(contents(t, dir, "manuscript/02.md"), "More") {
		t.Error("what is not saved is in the file")
	}
	b.press("Control+s")
	b.waitText(".write .state", "Saved")
	if got, want := contents(t, dir, "manuscript/02.md"), "# Two\r\n\r\nThe second, with Windows' line ends.\r\nMore of it."; got != want {
		t.Errorf("the file is %q, want %q", got, want)
	}
	b.axe()
}

// TestSavedTwice: a save that begins before the one before it has been answered is no change made elsewhere.
func TestSavedTwice(t *testing.T) {
	dir := smallBook(t)
	b := writing(t, dir, "manuscript/01.md")
	b.eval(`(() => {
		const ask = fetch;
		window.answered = 0;
		window.fetch = async (address, how) => {
			const answer = await ask(address, how);
			if (address === "/api/file") await new Promise((ok) => setTimeout(ok, 500)).then(() => answered++);
			return answer;
		};
	})()`, nil)
	b.press("Control+End")
	b.write("Once.")
	b.press("Control+s")
	b.write("Twice.")
	b.press("Control+s")
	b.wait(`answered === 2`)
	b.waitText(".write .state", "Saved")
	b.wait(`document.querySelector(".write .banner").hidden`)
	if got := contents(t, dir, "manuscript/01.md"); !strings.HasSuffix(got, "Once.Twice.") {
		t.Errorf("the file is %q", got)
	}
}

// TestChangedElsewhere: a change that another program made is taken over where nothing was written, and never written over.
func TestChangedElsewhere(t *testing.T) {
	dir := smallBook(t)
	b := writing(t, dir, "manuscript/01.md")
	b.allow("409") // the answer to saving over a change
	put(t, dir, "manuscript/01.md", "# One\n\nChanged elsewhere.\n")
	b.wait(editorText + `.includes("Changed elsewhere.")`)
	b.press("Control+End")
	b.write("Mine.")
	b.waitText(".write .state", "Not saved")
	put(t, dir, "manuscript/01.md", "# One\n\nTheirs.\n")
	b.waitText(".write .banner", "changed by another program")
	b.press("Control+s")
	b.waitText(".write .banner", "Nothing was written over it")
	if got := contents(t, dir, "manuscript/01.md"); !strings.Contains(got, "Theirs.") {
		t.Errorf("the file is %q", got)
	}
	b.click(`.write .banner button:nth-of-type(1)`)
	b.wait(`document.querySelector(".editor").shadowRoot.querySelector(".cm-deletedChunk") !== null`)
	b.axe()
	b.click(`.write .banner button:nth-of-type(2)`)
	b.waitText(".write .state", "Saved")
	if got := contents(t, dir, "manuscript/01.md"); !strings.Contains(got, "Mine.") {
		t.Errorf("the file is %q", got)
	}
}

// TestUnderlined: what is wrong is underlined while it is being written, at its words.
func TestUnderlined(t *testing.T) {
	b := writing(t, smallBook(t), "manuscript/01.md")
	b.press("Control+End")
	b.write("A [link](#nowhere).")
	b.wait(`document.querySelector(".editor").shadowRoot.querySelector(".cm-lintRange-error")?.textContent.includes("nowhere")`)
}

// TestCompleted offers the ids of entries where a link is written, and writes the one that is chosen.
func TestCompleted(t *testing.T) {
	dir := smallBook(t)
	put(t, dir, "manuscript/03.md", "# Three\n\n## Weather is no excuse.\n+++\nid = \"weather\"\nkind = \"meme\"\nthemes = [\"work\"]\n+++\n\nThe gloss.\n")
	b := writing(t, dir, "manuscript/01.md")
	b.press("Control+End")
	b.write("See [it](#wea")
	b.wait(`document.querySelector(".editor").shadowRoot.querySelector(".cm-tooltip-autocomplete [aria-selected]")?.textContent.includes("weather")`)
	time.Sleep(200 * time.Millisecond) // a list that has only just come takes no Enter: it may be meant for the text
	b.press("Enter")
	b.wait(editorText + `.includes("See [it](#weather)")`)
}

// TestNewChapter begins a chapter, which is listed after the one that was open.
func TestNewChapter(t *testing.T) {
	dir := smallBook(t)
	toml := contents(t, dir, "book.toml")
	put(t, dir, "book.toml", toml+"\n[contents]\nbody = [\n  \"01.md\", # the first\n  \"02.md\",\n]\n")
	b := writing(t, dir, "manuscript/01.md")
	b.click(".write .new")
	b.wait(`document.activeElement.matches("dialog input")`)
	b.write("In between *")
	b.press("Enter")
	b.wait(`document.querySelector(".write .bar h2").textContent === "03-in-between.md"`)
	if got, want := contents(t, dir, "book.toml"), toml+"\n[contents]\nbody = [\n  \"01.md\", \"03-in-between.md\", # the first\n  \"02.md\",\n]\n"; got != want {
		t.Errorf("book.toml is %q, want %q", got, want)
	}
	if got := contents(t, dir, "manuscript/03-in-between.md"); got != "# In between *\n\n" {
		t.Errorf("the chapter is %q", got)
	}
}

// TestUnsavedSurvives: what was not saved is there after the page has been loaded again.
func TestUnsavedSurvives(t *testing.T) {
	b := writing(t, smallBook(t), "manuscript/01.md")
	b.press("Control+End")
	b.write("Not saved yet.")
	b.waitText(".write .state", "Not saved")
	warned := false
	chromedp.ListenTarget(b.ctx, func(event any) {
		if _, ok := event.(*page.EventJavascriptDialogOpening); ok {
			warned = true
			go func() { _ = chromedp.Run(b.ctx, page.HandleJavaScriptDialog(true)) }()
		}
	})
	b.run(chromedp.Reload())
	if !warned {
		t.Error("nothing warns of what is not saved")
	}
	b.waitText(".write .banner", "changes that were not saved")
	b.wait(editorText + `.includes("Not saved yet.")`)
}

// TestPictureDropped puts a picture into the book.
func TestPictureDropped(t *testing.T) {
	dir := smallBook(t)
	data, err := os.ReadFile(filepath.Join("..", "booktest", "testdata", "kitchen", "manuscript", "tile.png"))
	if err != nil {
		t.Fatal(err)
	}
	s := New(dir, Options{})
	for range 2 {
		if code := upload(t, s, "/api/picture-file?chapter=manuscript/01.md&name=..%2FA+Tile.exe", data); code != 200 {
			t.Fatal(code)
		}
	}
	for _, name := range []string{"a-tile.png", "a-tile-2.png"} {
		if contents(t, dir, "manuscript/pictures/"+name) != string(data) {
			t.Errorf("%s is another picture", name)
		}
	}
	if code := upload(t, s, "/api/picture-file?chapter=manuscript/01.md&name=a.png", []byte("<html>")); code != 415 {
		t.Errorf("status %d for what is no picture", code)
	}
}

// upload sends a file to a studio, as its own page does.
func upload(t *testing.T, s *Studio, target string, data []byte) int {
	t.Helper()
	r := httptest.NewRequest("POST", target, bytes.NewReader(data))
	r.Host = "127.0.0.1:0"
	r.Header.Set("Octavo-Token", s.guard.token)
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	return w.Code
}

// TestChapterBehindThePreface begins a chapter while the preface is open, as it is at first: it is listed behind the chapters, one writes in it at once,
// and its page is shown, which is there for the preface's first line too.
func TestChapterBehindThePreface(t *testing.T) {
	dir := smallBook(t)
	put(t, dir, "manuscript/preface.md", "# Preface\n\nBefore all.\n")
	put(t, dir, "book.toml", contents(t, dir, "book.toml")+"\n[contents]\nfront = [\"preface.md\"]\nbody = [\"01.md\", \"02.md\"]\n")
	b := open(t, dir)
	b.eval(`location.hash = "write"`, nil)
	b.waitText(".write .bar h2", "preface.md")
	b.wait(`document.querySelector(".beside .folio").textContent.startsWith("Page")`)
	b.click(".write .new")
	b.waitText("dialog[open] h2", "A new chapter")
	b.write("Three")
	b.press("Enter")
	b.wait(`document.activeElement.classList.contains("editor")`)
	b.write("Written at once.")
	b.wait(editorText + ` === "# Three\n\nWritten at once."`)
	if got := contents(t, dir, "book.toml"); !strings.Contains(got, `body = ["01.md", "02.md", "03-three.md"]`) {
		t.Errorf("the chapter is not behind the others:\n%s", got)
	}
}
