package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// foreignBomb is a file of another program's that is small, or not large, and costs much to read.
type foreignBomb struct {
	name string // with the file's extension
	file func() string
	// What each command that reads such files says, mostly a limit; "": the command is not run.
	importing, feedback, cards string
	long                       bool // it takes seconds, as the figure beside it says
}

// noLimit is said of a file that a command reads to its end.
const noLimit = "\x00"

// zipFile is a zip file of names and contents by turns.
func zipFile(files ...string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

// wordBomb is a Word file with a body, and with the parts that more has by names and contents.
func wordBomb(body string, more ...string) string {
	const w = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	return zipFile(append([]string{"_rels/.rels", `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml", "<w:document" + w + "><w:body>" + body + "</w:body></w:document>"}, more...)...)
}

// epubBomb is an EPUB of so many documents.
func epubBomb(n int, document string) string {
	var items, spine strings.Builder
	files := []string{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>`}
	for i := range n {
		fmt.Fprintf(&items, `<item id="i%d" href="%[1]d.xhtml" media-type="application/xhtml+xml"/>`, i)
		fmt.Fprintf(&spine, `<itemref idref="i%d"/>`, i)
		files = append(files, fmt.Sprintf("%d.xhtml", i), document)
	}
	files = append(files, "p.opf", "<package><manifest>"+items.String()+"</manifest><spine>"+spine.String()+"</spine></package>")
	return zipFile(files...)
}

// foreignBombs have the seconds of a processor that the slowest of their commands took before its limit or its mending, and takes since, on a
// machine that did nothing else or little.
var foreignBombs = []foreignBomb{
	{name: "million paragraphs.docx", importing: "more than 3,000,000 elements", feedback: "more than 3,000,000 elements", long: true, file: func() string { // 4.7 s, 3.3 s
		return wordBomb(strings.Repeat("<w:p><w:r><w:t>a lamp</w:t></w:r></w:p>", 1_100_000))
	}},
	{name: "deep.docx", importing: "more than 400 elements inside each other", feedback: "more than 400 elements", file: func() string {
		return wordBomb(strings.Repeat("<w:p>", 100_000))
	}},
	{name: "gigabyte.docx", importing: "more than 96 MB in part", feedback: "more than 96 MB in part", file: func() string {
		return wordBomb(strings.Repeat(" ", 97<<20))
	}},
	{name: "parts.docx", importing: "more than 10,000 parts", feedback: "more than 10,000 parts", file: func() string {
		var more []string
		for i := range 10_001 {
			more = append(more, fmt.Sprintf("word/%d.xml", i), "x")
		}
		return wordBomb("<w:p/>", more...)
	}},
	{name: "runs.docx", importing: noLimit, long: true, file: func() string { // 600,000 runs of one paragraph: 13.8 s, 8.2 s
		return wordBomb("<w:p>" + strings.Repeat("<w:r><w:rPr><w:b/></w:rPr><w:t>a </w:t></w:r><w:r><w:t>b </w:t></w:r>", 300_000) + "</w:p>")
	}},
	{name: "insertion.docx", feedback: noLimit, file: func() string { // one insertion of many runs: the square of their number
		return wordBomb(`<w:p><w:ins w:id="1" w:author="A">` + strings.Repeat("<w:r><w:t>new words </w:t></w:r>", 200_000) + "</w:ins></w:p>")
	}},
	{name: "ends.docx", feedback: noLimit, file: func() string { // paragraph ends that were inserted, in one paragraph
		return wordBomb(`<w:p><w:pPr><w:rPr>` + strings.Repeat(`<w:ins w:author="A"/>`, 40_000) + "</w:rPr></w:pPr></w:p>")
	}},
	{name: "words.html", importing: noLimit, file: func() string { // three million words: 29 s and 2.1 GB, 0.9 s
		return "<body><p>" + strings.Repeat("word ", 3<<20)
	}},
	{name: "chapters.html", importing: "more than 10,000 chapters", file: func() string { // 300,000: 31 s, 4.0 s
		return "<body>" + strings.Repeat("<h1>a</h1><p>x</p>", 20_000)
	}},
	{name: "attributes.html", importing: noLimit, file: func() string { return "<body><p " + strings.Repeat("a=1 ", 500_000) + ">x" }},
	{name: "brackets.txt", importing: noLimit, file: func() string { return strings.Repeat("[", 700_000) }}, // 17 s, 0.2 s
	{name: "documents.epub", importing: noLimit, long: true, file: func() string { // 10,000: 18.6 s, 7.7 s
		return epubBomb(10_000, "<h1>A</h1><p>lamp</p>")
	}},
	{name: "document.epub", importing: "more than 64 MB|more than 32 MB", file: func() string { return epubBomb(1, strings.Repeat(" ", 65<<20)) }},
	{name: "posts.xml", importing: "more than 10,000 chapters", file: func() string { // 60,000: 31 s, 1.0 s
		return `<rss xmlns:c="x"><channel>` + strings.Repeat("<item><title>A</title><c:encoded>&lt;p>x&lt;/p></c:encoded></item>", 20_000) + "</channel></rss>"
	}},
	{name: "million rows.csv", feedback: "more than 300,000 lines", cards: "more than 10000 cards", file: func() string {
		return "text,back\n" + strings.Repeat("Say less.,Then stop.\n", 500_000)
	}},
	{name: "remarks.csv", feedback: "more than 50000 remarks", long: true, file: func() string { // 24 s, 8.0 s
		return "page,line,comment\n" + times(60_000, func(i int) string { return fmt.Sprintf("%d,%d,too long\n", i%90, i%30) })
	}},
	{name: "one cell.csv", cards: "a cell of more than 10,000 letters", file: func() string { return "text\n" + strings.Repeat("a", 15<<20) }}, // 31 s and 2 GB, 0.3 s
	{name: "columns.csv", cards: "more than 1,000 columns", file: func() string { return strings.Repeat("c,", 1_000_000) + "\ntext\n" }},       // 9.4 s, 0.8 s
	{name: "large cells.csv", cards: "more than 2,000,000 letters", file: func() string { // 29 s, 0.3 s
		return "text\n" + strings.Repeat(strings.Repeat("word ", 1900)+"\n", 1000)
	}},
	{name: "deep.json", feedback: "broken at byte", file: func() string { return strings.Repeat("[", 15_000_000) }},
	{name: "deep.xfdf", feedback: "nest too deep", file: func() string {
		return `<xfdf><annots><text page="1" rect="1,1,9,9">` + strings.Repeat("<contents-richtext>", 500_000)
	}},
}

// TestForeignBombs holds the commands that read files of other programs against such that cost much: each ends in time and within its
// memory, and says which limit a file goes over. With OCTAVO_FOREIGN=all those that take seconds are read too.
func TestForeignBombs(t *testing.T) {
	slow(t)
	t.Parallel()
	dir := copyOfTheBook(t)
	for _, b := range foreignBombs {
		if b.long && os.Getenv("OCTAVO_FOREIGN") != "all" {
			continue
		}
		t.Run(b.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), b.name)
			if err := os.WriteFile(file, []byte(b.file()), 0o666); err != nil {
				t.Fatal(err)
			}
			for _, c := range []struct {
				want string
				args []string
			}{
				{b.importing, []string{"import", file, "-o", filepath.Join(t.TempDir(), "book")}},
				{b.feedback, []string{"feedback", "--no-record", file, "-C", dir}},
				{b.cards, []string{"cards", "--from", file, "-C", dir}},
			} {
				if c.want != "" {
					mustBeBounded(t, c.want, c.args)
				}
			}
		})
	}
}

// mustBeBounded runs a command, which has to end in time and within its memory and to say one of the texts between bars, or whatever it
// likes for noLimit.
func mustBeBounded(t *testing.T, want string, args []string) {
	t.Helper()
	most := int64(mostMemory)
	if want == noLimit { // all that is mapped counts, such as the stacks of threads that wait for the disk; in use are 720 MB at most
		most *= 2
	}
	cmd := limited(t.Context(), most, args...)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	err := cmd.Run()
	took, code := cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime(), cmd.ProcessState.ExitCode() // others may use the machine, too
	t.Logf("%s: %.2f s, exit %d: %.200s", args[0], took.Seconds(), code, said.String())
	if code != 0 && code != exitErrors || strings.Contains(said.String(), "goroutine") {
		t.Errorf("%s: exit %d, %v\n%.3000s", args[0], code, err, said.String())
	}
	if took > mostTime {
		t.Errorf("%s: %v", args[0], took)
	}
	if want == noLimit {
		return
	}
	for one := range strings.SplitSeq(want, "|") {
		if strings.Contains(said.String(), one) {
			return
		}
	}
	t.Errorf("%s: it does not say %q: %.500s", args[0], want, said.String())
}
