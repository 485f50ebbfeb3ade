package exports

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/locate"
)

// The examples are marks in the small chapter of package booktest: a passage with a note, and one without.
const (
	passage = "picked the Wolcotts out of a crowd"
	second  = "out on the water minding their own business"
	remark  = "Who were they, though?"
)

// lamp returns the book that the examples are on.
func lamp(t testing.TB) Book {
	return Book{Title: "The Lamp", Language: "en", Text: locate.NewIndex(booktest.OfChapter(t, booktest.Lamp))}
}

// brief returns a mark in a line.
func brief(m Mark) string {
	s := string(m.Kind)
	if m.Seen.Folio != "" {
		s += " p" + m.Seen.Folio
	}
	if m.Seen.Heading != "" {
		s += " (" + m.Seen.Heading + ")"
	}
	s += " [" + m.Seen.Words + "]"
	if m.Comment != "" {
		s += " " + strings.ReplaceAll(m.Comment, "\n", "/")
	}
	if m.New != "" {
		s += " => " + m.New
	}
	if m.Reader != "" {
		s = m.Reader + ": " + s
	}
	for _, a := range m.Replies {
		s += " | " + a.Reader + ": " + a.Comment
	}
	return s
}

func briefs(e *Export) []string {
	var out []string
	for _, m := range e.Marks {
		out = append(out, brief(m))
	}
	return out
}

// filled returns an example with P for the passage, S for the second one and N for the note.
func filled(s string) string {
	return strings.NewReplacer("{P}", passage, "{S}", second, "{N}", remark).Replace(s)
}

// expect reads an example and compares its marks, one a line.
func expect(t *testing.T, name, text, want string, on Book) {
	t.Helper()
	e, err := Read(filled(text), on)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if got := strings.Join(briefs(e), "\n"); got != filled(want) {
		t.Errorf("%s, read as %s:\ngot\n%s\nwant\n%s", name, e.Form, got, filled(want))
	}
}

// TestClippings reads a highlight, its note and a bookmark as Kindles write them in many languages, and in none.
func TestClippings(t *testing.T) {
	on := lamp(t)
	for _, c := range []struct{ name, highlight, note, bookmark, page string }{
		{"en", "- Your Highlight on page 9 | Location 120-122 | Added on Thursday, November 26, 2026 10:12:00 AM",
			"- Your Note on page 9 | Location 122 | Added on Thursday, November 26, 2026 10:12:30 AM",
			"- Your Bookmark on page 9 | Location 125 | Added on Thursday, November 26, 2026 10:12:40 AM", "9"},
		{"en, a page in Roman figures", "- Your Highlight on page ix | Location 120-122 | Added on Thursday, November 26, 2026 10:12:00 AM",
			"- Your Note on page ix | Location 122 | Added on Thursday, November 26, 2026 10:12:30 AM", "", "ix"},
		{"en, an old device", "- Highlight on Page 9 | Loc. 120-22  | Added on Thursday, November 26, 2026, 10:12 AM",
			"- Note on Page 9 | Loc. 122  | Added on Thursday, November 26, 2026, 10:12 AM", "", "9"},
		{"en, a PDF", "- Your Highlight on page 9-9 | Added on Thursday, November 26, 2026 10:12:00 AM",
			"- Your Note on page 9 | Added on Thursday, November 26, 2026 10:12:30 AM", "", "9"},
		{"ja", "- 9ページ|位置No. 120-122のハイライト |作成日: 2026年11月26日木曜日 10:12:00",
			"- 9ページ|位置No. 122のメモ |作成日: 2026年11月26日木曜日 10:12:30", "- 9ページ|位置No. 125のブックマーク |作成日: 2026年11月26日木曜日 10:12:40", "9"},
		{"ja, a PDF", "- 9ページのハイライト |作成日: 2026年11月26日木曜日 10:12:00", "- 9ページのメモ |作成日: 2026年11月26日木曜日 10:12:30", "", "9"},
		{"ja, no pages", "- 位置No. 120-122のハイライト |作成日: 2026年11月26日木曜日 10:12:00", "- 位置No. 122のメモ |作成日: 2026年11月26日木曜日 10:12:30", "", ""},
		{"zh-Hant", "- 您的標註在第 9 頁（位置 #120-122）| 新增於 2026年11月26日星期四 上午10:12:00",
			"- 您的註記在第 9 頁（位置 #122）| 新增於 2026年11月26日星期四 上午10:12:30", "", "9"},
		{"zh, one location", "- 您在位置 #122的标注 | 添加于 2026年11月26日星期四 上午10:12:00", "- 您在位置 #122 的笔记 | 添加于 2026年11月26日星期四 上午10:12:30", "", ""},
		{"ko", "- 9페이지 | 위치 120-122의 하이라이트 | 추가됨: 2026년 11월 26일 목요일 오전 10:12:00",
			"- 9페이지 | 위치 122의 메모 | 추가됨: 2026년 11월 26일 목요일 오전 10:12:30", "", "9"},
		{"ru, dashes", "– Ваш выделенный отрывок на странице 9 | Место 120–122 | Добавлено: четверг, 26 ноября 2026 г. в 10:12:00",
			"– Ваша заметка на странице 9 | Место 122 | Добавлено: четверг, 26 ноября 2026 г. в 10:12:30", "", "9"},
		{"nl", "- Je highlight op pagina 9 | locatie 120 t/m 122 | Toegevoegd op donderdag 26 november 2026 10:12:00",
			"- Je notitie op pagina 9 | locatie 122 | Toegevoegd op donderdag 26 november 2026 10:12:30", "", "9"},
		{"tr", "- Sayfa 9'daki Vurgunuz | Konum 120-122 | Eklenme Tarihi: 26 Kasım 2026 Perşembe 10:12:00",
			"- Sayfa 9'daki Notunuz | Konum 122 | Eklenme Tarihi: 26 Kasım 2026 Perşembe 10:12:30", "", "9"},
		{"ar", "- تمييزك في الصفحة ٩ | الموقع ١٢٠-١٢٢ | تمت الإضافة في الخميس، ٢٦ نوفمبر ٢٠٢٦ ١٠:١٢:٠٠",
			"- ملاحظتك في الصفحة ٩ | الموقع ١٢٢ | تمت الإضافة في الخميس، ٢٦ نوفمبر ٢٠٢٦ ١٠:١٢:٣٠", "", "9"},
		{"no language", "- Zorgle blip 120-122 | Fnord 26 11 2026 10:12:00", "- Mugle blip 122 | Fnord 26 11 2026 10:12:30",
			"- Tumble blip 125 | Fnord 26 11 2026 10:12:30", ""},
	} {
		want := "comment [{P}] {N}"
		if c.page != "" {
			want = "comment p" + c.page + " [{P}] {N}"
		}
		entries := []string{"The Lamp (Roe, Ben)\n" + c.highlight + "\n\n{P}\n==========\n", "The Lamp (Roe, Ben)\n" + c.note + "\n\n{N}\n==========\n"}
		if c.bookmark != "" {
			entries = append(entries, "The Lamp (Roe, Ben)\n"+c.bookmark+"\n\n\n==========\n")
		}
		expect(t, c.name, "\uFEFF"+strings.Join(entries, ""), want, on)
		slices.Reverse(entries)
		expect(t, c.name+", backwards", strings.Join(entries, ""), want, on)
		without := on
		without.Text = nil
		if c.name != "zh, one location" && c.name != "ja, a PDF" { // there the manuscript alone tells a note
			expect(t, c.name+", without the manuscript", strings.Join(entries, ""), want, without)
		}
	}
}

// TestPairing puts notes on their highlights.
func TestPairing(t *testing.T) {
	entry := func(said, text string) string {
		return "The Lamp (Roe, Ben)\n- Your " + said + " | Added on Thursday, November 26, 2026 10:12:00 AM\n\n" + text + "\n==========\n"
	}
	for _, c := range []struct{ name, text, want string }{
		{"the shorter highlight", entry("Highlight on page 9 | Location 100-140", "{S}") + entry("Highlight on page 9 | Location 120-122", "{P}") +
			entry("Note on page 9 | Location 122", "{N}"), "highlight p9 [{S}]\ncomment p9 [{P}] {N}"},
		{"a highlight extended", entry("Highlight on page 9 | Location 120-121", "picked the Wolcotts out") +
			entry("Highlight on page 9 | Location 120-122", "{P}") + entry("Note on page 9 | Location 122", "{N}"), "comment p9 [{P}] {N}"},
		{"two notes", entry("Highlight on page 9 | Location 120-122", "{P}") + entry("Note on page 9 | Location 122", "{N}") +
			entry("Note on page 9 | Location 122", "Again."), "comment p9 [{P}] {N}/Again."},
		{"pages: the one before", entry("Highlight on page 9", "{S}") + entry("Highlight on page 9", "{P}") +
			strings.ReplaceAll(entry("Note on page 9", "{N}"), "10:12:00", "10:13:00"), "highlight p9 [{S}]\ncomment p9 [{P}] {N}"},
		{"pages: the same time", entry("Highlight on page 9", "{P}") + strings.ReplaceAll(entry("Highlight on page 9", "{S}"), "10:12", "10:14") +
			entry("Note on page 9", "{N}"), "comment p9 [{P}] {N}\nhighlight p9 [{S}]"},
		{"another page", entry("Highlight on page 9", "{P}") + strings.ReplaceAll(entry("Note on page 8", "{N}"), "10:12", "10:15"),
			"highlight p9 [{P}]\nnote p8 [] {N}"},
		{"no words", entry("Highlight on page 9 | Location 120-122", "{P}") +
			entry("Highlight on page 9 | Location 130-132", "<You have reached the clipping limit for this item>"), "highlight p9 [{P}]"},
	} {
		expect(t, c.name, c.text, c.want, lamp(t))
	}
}

// TestNotebook reads Kindle's pages in many languages: a highlight's heading has a colour.
func TestNotebook(t *testing.T) {
	const page = "<html><head><style>.noteText {}</style></head><body><div class='bookTitle'>The\nLamp</div><div class='authors'>Roe, Ben</div>" +
		"<h2 class='sectionHeading'>Kept</h2><h3 class='noteHeading'>%s(<span class='highlight_yellow'>%s</span>) - %s</div><div class='noteText'>{P}</h3>" +
		"<h3 class='noteHeading'>%s - %s</div><div class='noteText'>{N}</h3></body></html>"
	for _, c := range [][5]string{
		{"Markierung", "gelb", "Seite 9 · Position 120", "Notiz", "Seite 9 · Position 121"},
		{"ハイライト", "黄色", "9ページ · 位置No. 120", "メモ", "9ページ · 位置No. 121"},
		{"Выделенный отрывок", "желтый", "Страница 9 · Место 120", "Заметка", "Страница 9 · Место 121"},
		{"Zorgle", "blue", "Page 9 · Blip 120", "Mugle", "Page 9 · Blip 121"},
	} {
		expect(t, c[0], fmt.Sprintf(page, c[0], c[1], c[2], c[3], c[4]), "comment p9 (Kept) [{P}] {N}", lamp(t))
		expect(t, c[0]+", without colours", strings.NewReplacer("<span class='highlight_yellow'>", "", "</span>", "").Replace(
			fmt.Sprintf(page, c[0], c[1], c[2], c[3], c[4])), "comment p9 (Kept) [{P}] {N}", lamp(t))
	}
}

// TestEntities reads a note on a sign of HTML, in pages of two kinds: what it names stays a name.
func TestEntities(t *testing.T) {
	const note = "write &amp;lt; for it &amp; no more"
	expect(t, "notebook", "<h3 class='noteHeading'>Markierung(<span class='highlight_yellow'>gelb</span>) - Seite 9</h3><div class='noteText'>{P}</div>"+
		"<h3 class='noteHeading'>Notiz - Seite 9</h3><div class='noteText'>"+note+"</div>", "comment p9 [{P}] write &lt; for it & no more", lamp(t))
	expect(t, "Google Docs", `<p>{P}<a href="#cmnt1" id="cmnt_ref1">[a]</a></p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>`+note+`</p></div>`,
		"note [] write &lt; for it & no more", lamp(t))
}

// TestSeparatorLine reads a table of Excel's that empty lines precede: the line that names the separator is not one of its rows.
func TestSeparatorLine(t *testing.T) {
	expect(t, "sep=", "\n\nsep=;\nPage;Comment\n9;{N}\n", "comment p9 [] {N}", lamp(t))
}

// TestForms reads an example of each other form.
func TestForms(t *testing.T) {
	for _, c := range formExamples {
		expect(t, c.name, c.text, c.want, lamp(t))
	}
}

// TestOthers leaves out marks on other books.
func TestOthers(t *testing.T) {
	clip := func(title, words string) string {
		return title + "\n- Your Highlight on page 9 | Location 120-122 | Added on Thursday, November 26, 2026 10:12:00 AM\n\n" + words + "\n==========\n"
	}
	strange := "the sea was a field of slate that nobody had ploughed"
	for _, c := range []struct {
		name, text, other string
		marks             int
		note              string
	}{
		{"another book", clip("Slate (Fox)", strange) + clip("Slate (Fox)", strange+" before"), "Slate", 0, ""},
		{"both", clip("Slate (Fox)", strange) + clip("The Lamp (Roe)", passage), "", 1, "a note on another book was left out"},
		{"renamed", clip("review-copy-ann (Unknown)", passage), "", 1, ""},
		{"rewritten", clip("The Lamp (Roe)", strange), "", 1, ""},
		{"a longer title", clip("The Lamp and the Slate (Fox)", strange) + clip("The Lamp and the Slate (Fox)", strange) +
			strings.ReplaceAll(clip("The Lamp and the Slate (Fox)", "a harbour with two names and one crane"), "120-122", "180-182") +
			strings.ReplaceAll(clip("The Lamp and the Slate (Fox)", "every crane in it faced the wind that day"), "120-122", "280-282"), "The Lamp and the Slate", 0, ""},
		{"a phrase in common", strings.Repeat(clip("Slate (Fox)", strange), 1) + strings.ReplaceAll(clip("Slate (Fox)", "a harbour with two names"), "120", "180") +
			strings.ReplaceAll(clip("Slate (Fox)", "every crane in it faced the wind"), "120", "280") + strings.ReplaceAll(clip("Slate (Fox)", "rope is the longest tool there is"), "120", "380") +
			strings.ReplaceAll(clip("Slate (Fox)", "what the tide lends it collects again"), "120", "480") + strings.ReplaceAll(clip("Slate (Fox)", second), "120", "580"), "Slate", 0, ""},
	} {
		e, err := Read(c.text, lamp(t))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if e.Other != c.other || len(e.Marks) != c.marks || strings.Join(e.Notes, ";") != c.note {
			t.Errorf("%s: other %q, %d marks, notes %q", c.name, e.Other, len(e.Marks), e.Notes)
		}
		sure := lamp(t)
		sure.Sure = true
		if e, err := Read(c.text, sure); err != nil || e.Other != "" || len(e.Marks) == 0 {
			t.Errorf("%s, surely this book: %v, %+v", c.name, err, e)
		}
	}
}

// TestUnknown refuses what has no marks.
func TestUnknown(t *testing.T) {
	for name, text := range map[string]string{
		"a letter":        "Dear author,\n\nI liked it.\n",
		"a configuration": "[book]\ntitle = \"The Lamp\"\nslug = \"lamp\"\n",
		"other JSON":      `{"name": "x", "text": "y", "list": [1, 2]}`,
		"other Lua":       "return { [\"font_size\"] = 22 }\n",
		"another page":    "<html><body><h1>Hello</h1><p>World</p></body></html>",
	} {
		if e, err := Read(text, lamp(t)); !errors.Is(err, ErrUnknown) {
			t.Errorf("%s: %v, %+v", name, err, e)
		}
	}
	if _, err := Read(booktest.Lamp, lamp(t)); !errors.Is(err, errBook) {
		t.Errorf("the book's text: %v", err)
	}
	for _, text := range []string{"return {", `return { ["a"] = os.execute("x") }`, "return { [1] = \"no end }", `return { ["a" = 1 }`, "return " + strings.Repeat("{", 100)} {
		if _, err := Read(text, lamp(t)); err == nil || errors.Is(err, ErrUnknown) {
			t.Errorf("%.30q: %v", text, err)
		}
	}
}

// TestDates tells dates from notes.
func TestDates(t *testing.T) {
	for line, want := range map[string]bool{
		"November 26, 2026": true, "26. November 2026": true, "jeudi 26 novembre 2026": true, "26/11/2026": true, "2026-11-26 10:12": true,
		"2026年11月26日": true, "26 de noviembre de 2026": true, "Thu Nov 26 10:12:00 2026": true, "26 tháng 11 2026": true, "٢٦ نوفمبر ٢٠٢٦": true,
		"In 2026 I was 30.": false, "What happened in 1848?": false, "12": false, "chapter 12": false, "It should be 26 November 2026, the day on which the letter came, I think.": false,
		"1984 is on page 12 as well": false,
	} {
		if isDate(line) != want {
			t.Errorf("%q: %v", line, !want)
		}
	}
}
