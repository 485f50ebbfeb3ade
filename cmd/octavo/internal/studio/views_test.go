package studio

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// manyEntries is a book of n entries.
func manyEntries(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, "book.toml", "[book]\ntitle = \"Many\"\nauthors = [\"Ada Quill\"]\ndate = 2026-01-01\nlanguage = \"en-US\"\n[themes]\nwork = \"Work\"\nrest = \"Rest\"\n[audiences]\nall = \"Everybody\"\n")
	var b strings.Builder
	b.WriteString("# One\n\n")
	for i := range n {
		fmt.Fprintf(&b, "## Number %d is %d.\n+++\nkind = \"meme\"\nid = \"m-%d\"\nthemes = [\"%s\"]\n+++\n\nGloss.\n\n", i, i*7919%10007, i, []string{"work", "rest"}[i%2])
	}
	put(t, dir, "manuscript/01.md", b.String())
	return dir
}

func TestCardsInTheBrowser(t *testing.T) {
	dir := deckBook(t)
	b := open(t, dir)
	b.eval(`location.hash = "cards"`, nil)
	b.wait(`document.querySelectorAll(".deck li[data-drawn]").length === 4`)
	b.waitText(".summary", "2 cards and 2 for title and themes, 63.5 × 88.9 mm, on 1 sheet")

	// A card is flipped by the keyboard, and says what is on the side that is seen.
	b.eval(`document.querySelector("[data-id=sum] .card").focus()`, nil)
	b.press("Enter")
	b.wait(`document.querySelector("[data-id=sum]").dataset.side === "back"`)
	var label string
	b.eval(`document.querySelector("[data-id=sum] .card").getAttribute("aria-label")`, &label)
	if !strings.HasPrefix(label, "Back: ") {
		t.Errorf("the card says %q", label)
	}
	b.axe()

	// What is written appears on its card.
	b.eval(`document.querySelector(".filters input").focus()`, nil)
	b.write("cut once")
	b.wait(`document.querySelectorAll(".deck li").length === 1`)
	put(t, dir, "manuscript/01.md", strings.Replace(contents(t, dir, "manuscript/01.md"), "Measure twice, cut once.", "Measure thrice and cut once.", 1))
	b.wait(`document.querySelector(".deck .card")?.getAttribute("aria-label") === "Front: Measure thrice and cut once."`)

	// One card, large; the arrows go to the others, Escape back.
	b.click(".deck .caption")
	b.waitText(".single h2", "Measure thrice")
	b.axe()
	b.press("?")
	b.wait(`document.querySelector("dialog.help").open`)
	b.press("Escape") // closes the help, and leaves the card where it is
	b.wait(`!document.querySelector("dialog[open]")`)
	b.waitText(".single h2", "Measure thrice")
	b.press("Escape")
	b.eval(`document.querySelector(".filters input").value = "", document.querySelector(".filters input").dispatchEvent(new Event("input"))`, nil)
	b.eval(`location.hash = "cards/sum"`, nil)
	b.waitText(".single h2", "=SUM(A1)")
	b.press("ArrowLeft")
	b.waitText(".single h2", "Measure thrice")

	// Sheets, in another size that is tried and not written.
	b.eval(`location.hash = "cards/sheets"`, nil)
	b.wait(`document.querySelector(".sheets canvas").width > 300`)
	b.eval(`document.querySelector("details.trying").open = true`, nil)
	b.eval(`((s) => { s.value = "tarot"; s.dispatchEvent(new Event("change")); })(document.querySelectorAll(".try select")[2])`, nil)
	b.waitText(".trying p", `card = "tarot"`)
	b.waitText(".summary", "69.85 × 120.65")
	b.axe()
	if strings.Contains(contents(t, dir, "book.toml"), "tarot") {
		t.Error("what was tried has been written")
	}
}

func TestEntriesInTheBrowser(t *testing.T) {
	b := open(t, manyEntries(t, 600))
	b.eval(`location.hash = "entries"`, nil)
	b.wait(`document.querySelectorAll(".entries tr[data-row]").length > 10`)
	b.waitText(".entries-view .summary", "600 entries")
	var rows int
	b.eval(`document.querySelectorAll(".entries tr").length`, &rows)
	if rows > 100 {
		t.Errorf("%d rows are in the document", rows)
	}
	b.axe()

	// Search (m-5, m-50 to m-59, m-500 to m-599), sort, and go through the rows by keys.
	b.click(".entries-view .filters input")
	b.write("m-5")
	b.waitText(".entries-view .summary", "111 of 600 entries")
	b.click("[data-sort=maxim]")
	b.click("[data-sort=maxim]")
	b.wait(`document.querySelector("[aria-sort=descending]") && document.querySelector("tr[data-row='0'] .maxim").textContent.startsWith("Number 599 ")`)
	b.eval(`document.querySelector("tr[data-row='0'] a").focus()`, nil)
	b.press("ArrowDown", "ArrowDown")
	b.wait(`document.activeElement.closest("tr").dataset.row === "2"`)
	b.press("End")
	b.wait(`document.activeElement.textContent.startsWith("Number 5 ")`)

	// A column that is hidden stays away.
	b.click(".columns summary")
	b.click(".columns [data-column=audience]")
	b.wait(`document.querySelector("[data-sort=audience]") === null`)
	b.run(chromedp.Reload())
	b.wait(`document.querySelectorAll(".entries tr[data-row]").length > 10 && document.querySelector("[data-sort=audience]") === null`)

	b.eval(`location.hash = "entries/coverage"`, nil)
	b.waitText(".coverage", "300")
	b.axe()
	b.click(".coverage td button")
	b.waitText(".entries-view .summary", "300 of 600 entries")
}

func TestEbookInTheBrowser(t *testing.T) {
	dir := deckBook(t)
	put(t, dir, "manuscript/02.md", "# Two\n\n"+strings.Repeat("Some words of a paragraph that is long enough for several lines of a small screen.\n\n", 60)+
		"See [the first](#measure-twice-cut-once) and [elsewhere](https://example.com/).\n")
	b := open(t, dir)
	b.eval(`location.hash = "ebook"`, nil)
	b.waitText(".ebook-view .contents", "Two")
	page := `document.querySelector(".screen iframe:not(.waiting)")?.contentDocument`
	b.wait(page + `.querySelector(".cover img")?.naturalWidth > 0`)
	b.axe()

	// The screens have the sizes of devices, and so do their pages.
	var width, pages [2]int
	b.eval(`document.querySelectorAll(".contents a[href*='chapter-02']")[0].click()`, nil)
	b.wait(page + `.querySelector("h1")?.textContent.includes("Two")`)
	count := `Number(/of (\d+)/.exec(document.querySelector(".pager .where").textContent)[1])`
	for i, device := range []string{"phone", "tablet"} {
		b.click("[data-value=" + device + "]")
		b.eval(`document.querySelector(".screen iframe").contentWindow.innerWidth`, &width[i])
		b.eval(count, &pages[i])
	}
	if width != [2]int{390, 820} || pages[0] <= pages[1] || pages[1] < 1 {
		t.Errorf("phone and tablet are %v wide and show %v pages", width, pages)
	}
	b.click("[data-value=phone]")
	b.click("[data-value=dark]")
	b.wait(`getComputedStyle(` + page + `.documentElement).backgroundColor === "rgb(18, 17, 16)"`)
	b.click(".pager button:last-child")
	b.waitText(".pager .where", ", 2 of")

	// The place that is read stays when the book changes; a paragraph says where it is written.
	text := contents(t, dir, "manuscript/02.md")
	put(t, dir, "manuscript/02.md", strings.Replace(text, "Some words", "Quite other words", 1))
	b.wait(page + `.body.textContent.includes("Quite other words")`)
	b.waitText(".pager .where", "Two, 2 of")
	b.eval(page+`.querySelectorAll("p")[30].click()`, nil)
	b.waitText(".ebook-view .source", "02.md, line 63")
	b.waitText(".ebook-view .source a", "Page ")

	// Links lead to chapters, and out of the studio nowhere.
	b.eval(`[...`+page+`.querySelectorAll("a")].find((a) => a.href.includes("example")).click()`, nil)
	b.eval(`[...`+page+`.querySelectorAll("a")].find((a) => a.textContent === "the first").click()`, nil)
	b.wait(page + `.querySelector("h1")?.textContent.includes("One")`)

	// Nothing runs in the frame.
	var ran bool
	b.eval(`((d) => { const s = d.createElement("script"); s.textContent = "document.documentElement.dataset.ran = 'yes'"; d.body.append(s); return "ran" in d.documentElement.dataset; })(`+page+`)`, &ran)
	if ran {
		t.Error("a script ran in the frame of the e-book")
	}
	b.allow(`Blocked script execution|Executing inline script violates|sandboxed`)
}

// A book without entries says what an entry is.
func TestNoEntriesInTheBrowser(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "book.toml", "[book]\ntitle = \"None\"\nauthors = [\"Ada Quill\"]\ndate = 2026-01-01\nlanguage = \"en-US\"\n")
	put(t, dir, "manuscript/01.md", "# One\n\nText.\n")
	b := open(t, dir)
	for _, view := range []string{"cards", "entries"} {
		b.eval(fmt.Sprintf("location.hash = %q", view), nil)
		b.waitText("."+view+"-view .none", "An entry is a heading")
		b.axe()
	}
}
