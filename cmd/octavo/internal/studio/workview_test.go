package studio

import (
	"fmt"
	"strings"
	"testing"
)

// button is a JavaScript expression for the button whose text begins so.
func button(text string) string {
	return fmt.Sprintf(`[...document.querySelectorAll("main button")].find((b) => b.checkVisibility() && !b.disabled && b.textContent.startsWith(%q))`, text)
}

// push clicks the button whose text begins so.
func (b *tab) push(text string) {
	b.t.Helper()
	b.wait(button(text))
	b.eval(button(text)+".click()", nil)
}

// TestWorkInBrowser: a problem is fixed, an annotated PDF is dropped, its change accepted and taken back, and the book is made, each by
// the buttons of the page.
func TestWorkInBrowser(t *testing.T) {
	dir := small(t, strings.Replace(told, "# One\n\n", "# One\n\n##Ask before you answer.\n"+entry+"\n", 1))
	b := open(t, dir)
	b.eval(`location.hash = "problems"`, nil)
	b.waitText(".problems", "A heading needs a space")
	b.axe()
	b.push("Fix …")
	b.push("Fix it")
	b.waitText(".problems .work-title", "Nothing is wrong")
	fixed := contents(t, dir, "manuscript/01.md")
	if !strings.Contains(fixed, "\n## Ask before") {
		t.Errorf("the chapter is %q", fixed)
	}
	b.drop("main", "from-ann.pdf", "application/pdf", annotated("I supposed that the job was ", "light", ". The job was wicks.", "easy"))
	b.waitText(".comments .rows", "Ann")
	b.axe()
	b.push("Accept …")
	b.push("Write it into")
	b.waitText(".comments .work-title", "none open")
	if now := contents(t, dir, "manuscript/01.md"); now != strings.Replace(fixed, "light", "easy", 1) {
		t.Errorf("the chapter is %q", now)
	}
	b.push("Undo 1 change")
	b.waitText(".comments .work-title", "1 open")
	if now := contents(t, dir, "manuscript/01.md"); now != fixed {
		t.Errorf("the chapter is %q", now)
	}
	b.eval(`location.hash = "make"`, nil)
	b.push("Make the book")
	b.wait(`document.querySelector(".job.done a[href='/made/small.pdf']")`)
	var size int
	if b.eval(`fetch("/made/small.pdf").then((r) => r.blob()).then((f) => f.size)`, &size); size != len(contents(t, dir, "build/small.pdf")) {
		t.Errorf("the link leads to %d bytes", size)
	}
	b.axe()
}

// TestCommentsOnPage: a reader's comments have a mark at their line of the page, which says who said what; declining one there takes
// it out of the mark, and the list of comments leads to the line.
func TestCommentsOnPage(t *testing.T) {
	b := open(t, small(t, told))
	b.waitText("body", "8 pages") // before the book is known, nothing is taken
	b.drop("main", "from Ann.csv", "text/csv", []byte("reader,words,new,comment\nAnn,light,,a better word?\nBob,wicks,,nice\n"))
	b.waitText(".comments .rows", "Ann")
	b.push("Show on page 1")
	mark := ".paper .mark.comment"
	b.wait(fmt.Sprintf("document.querySelector(%q)", mark))
	var label string
	b.eval(fmt.Sprintf("document.querySelector(%q).getAttribute('aria-label')", mark), &label)
	if label != "comment: Ann: a better word?\nBob: nice" {
		t.Errorf("the mark says %q", label)
	}
	var apart float64 // of the mark's middle and its line's
	b.eval(fmt.Sprintf(`(() => {
		const middle = (e) => { const r = e.getBoundingClientRect(); return r.top + r.height / 2; };
		const line = [...document.querySelectorAll(".paper .line")].find((l) => l.textContent.includes("supposed"));
		return Math.abs(middle(document.querySelector(%q)) - middle(line));
	})()`, mark), &apart)
	if apart > 8 {
		t.Errorf("the mark is %g pixels from its line", apart)
	}
	b.eval(fmt.Sprintf("document.querySelector(%q).focus()", mark), nil)
	b.press("Enter")
	b.waitText(".source", "A better word?")
	b.waitText(".source", "Bob")
	b.wait(`document.activeElement.id === "source-head"`)
	b.axe()
	b.push("Decline")
	b.waitText(".source", "Declined")
	b.wait(fmt.Sprintf("document.querySelector(%q)?.title === 'Bob: nice'", mark))
	b.press("Escape")
	b.wait(`document.activeElement.classList.contains("line")`)
}

// TestBeginInBrowser: an empty folder becomes a book by its form, another by a dropped file, and the pages are shown.
func TestBeginInBrowser(t *testing.T) {
	b := open(t, t.TempDir())
	b.waitText(".begin", "Begin a book")
	b.axe()
	b.click("#begin-title")
	b.write("A Book of Scales")
	b.click("#begin-author")
	b.write("Ada Quill")
	b.push("Begin the book")
	b.wait(`location.hash.startsWith("#pages") && document.querySelector(".pages canvas")`)
	c := open(t, t.TempDir())
	c.waitText(".begin", "Begin a book")
	c.drop("main", "story.md", "text/markdown", []byte("# One\n\nThe first chapter.\n"))
	c.waitText(".begin", "Your book is here")
	c.push("Show the book")
	c.wait(`document.querySelector(".pages canvas")`)
}
