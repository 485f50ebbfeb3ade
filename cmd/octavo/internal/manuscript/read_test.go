package manuscript

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/timing"
)

// folder writes files into a new folder "manuscript" and gives its path.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "manuscript")
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// listingSource is where the tests' contents are listed: each file at a line of its own.
var listingSource = &diag.Source{Name: "book.toml", Text: []byte(strings.Repeat("\n", 100))}

func listing(line int, names ...string) []book.File {
	var out []book.File
	for i, name := range names {
		out = append(out, book.File{Name: name, Pos: diag.Pos{Source: listingSource, Offset: line - 1 + i}})
	}
	return out
}

// located returns a list of diagnostics, one a line, as "file:line:column code".
func located(list diag.List) string {
	var out []string
	for _, d := range list {
		out = append(out, d.Pos.String()+" "+d.Code)
		if len(d.Notes) == 0 {
			out = append(out, "without a note")
		}
	}
	return strings.Join(out, "\n")
}

func TestRead(t *testing.T) {
	dir := folder(t, map[string]string{
		"preface.md": "# Preface\n\n[one](01-one.md) [two](sub/02-two.md#x) [no](nowhere.md) [web](http://a.b/01-one.md)",
		"01-one.md":  "# One\n\n## Same\n\n[up](sub/02-two.md)",
		"sub/02-two.md": "# One\n\n## Same\n\n[up](../01-one.md) [self](02-two.md)\n\n## X\n+++\nid = \"x\"\n+++\n" +
			"[out](../../01-one.md)",
		"about.md": "no title", ".hidden.md": "x", ".git/x.md": "x", "notes.txt": "x",
		"lost.md": "x", "sub/lost.md": "x",
	})
	bk, diags := Read(dir, book.Contents{
		Front: listing(1, "preface.md"),
		Parts: []book.PartFiles{
			{Title: "One", Chapters: listing(2, "01-one.md")},
			{Title: "Two", Chapters: listing(3, "sub/02-two.md")},
		},
		Back: listing(4, "about.md"),
	})
	compare(t, "diagnostics", located(diags), `
manuscript/preface.md:3:46 link-elsewhere
manuscript/sub/02-two.md:11:7 link-elsewhere
manuscript/lost.md:1:1 file-unlisted
manuscript/notes.txt:1:1 file-unlisted
manuscript/sub/lost.md:1:1 file-unlisted`)
	var out []string
	for _, c := range bk.Chapters() {
		out = append(out, fmt.Sprintf("%s role=%d number=%d #%s\n%s", c.Source.Name, c.Role, c.Number, c.ID, dump(c.Blocks)))
	}
	out = append(out, fmt.Sprint(bk.Parts[0].ID, " ", bk.Parts[1].ID, " ", bk.Unlisted, " ", len(bk.Sources)))
	compare(t, "book", strings.Join(out, ""), `
manuscript/preface.md role=1 number=0 #preface
p {link #one: one} {link #x: two} {link nowhere.md: no} {link http://a.b/01-one.md: web}
manuscript/01-one.md role=0 number=1 #one
h2 #same Same
p {link #one-2: up}
manuscript/sub/02-two.md role=0 number=2 #one-2
h2 #same-2 Same
p {link #one: up} {link #one-2: self}
entry2 #x  X
  p {link ../../01-one.md: out}
manuscript/about.md role=2 number=0 #about
p no title
one-3 two [lost.md notes.txt sub/lost.md] 4`)
	if n := len(bk.Entries()); n != 1 {
		t.Errorf("%d entries", n)
	}
}

func TestReadAll(t *testing.T) {
	dir := folder(t, map[string]string{"b.md": "# B", "a.md": "# A", "c/d.md": "# D", "x.txt": "x", "y.docx": "x", "Book.txt": ""})
	bk, diags := Read(dir, book.Contents{All: true})
	compare(t, "diagnostics", located(diags), "manuscript/y.docx:1:1 file-untaken")
	if len(bk.Parts) != 1 || len(bk.Parts[0].Chapters) != 4 || bk.Parts[0].Chapters[0].File != "a.md" ||
		bk.Parts[0].Chapters[2].Number != 3 {
		t.Errorf("%+v", bk.Parts)
	}
}

func TestReadWithoutRights(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read everything")
	}
	dir := folder(t, map[string]string{"a.md": "a", "b/c.md": "x"})
	if err := os.Chmod(filepath.Join(dir, "a.md"), 0); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(dir, "b"), 0); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(filepath.Join(dir, "b"), 0o777)
	_, diags := Read(dir, book.Contents{Front: listing(1, "a.md")})
	compare(t, "diagnostics", located(diags), "manuscript/b:1:1 file-unreadable\nbook.toml:1:1 file-unreadable")
}

func TestReadNoFolder(t *testing.T) {
	bk, diags := Read(filepath.Join(t.TempDir(), "manuscript"), book.Contents{Front: listing(7, "a.md")})
	compare(t, "diagnostics", located(diags), "book.toml:7:1 file-missing")
	if bk == nil || len(bk.Chapters()) > 0 {
		t.Errorf("%+v", bk)
	}
}

func pixels(w, h int) image.Image {
	m := image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.Black, color.White})
	for i := range m.Pix {
		m.Pix[i] = uint8(i * i % 2)
	}
	return m
}

func encoded(t *testing.T, format string) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch m := pixels(40, 30); format {
	case "png":
		err = png.Encode(&b, m)
	case "jpeg":
		err = jpeg.Encode(&b, m, nil)
	case "gif":
		err = gif.Encode(&b, m, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withPHYs puts a resolution after the header chunk of a PNG.
func withPHYs(raw []byte, perMetre uint32) []byte {
	data := binary.BigEndian.AppendUint32([]byte("pHYs"), perMetre)
	data = append(binary.BigEndian.AppendUint32(data, perMetre), 1)
	chunk := append([]byte{0, 0, 0, 9}, data...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(data))
	return append(append(append([]byte(nil), raw[:33]...), chunk...), raw[33:]...)
}

// withSegment puts a segment at the head of a JPEG.
func withSegment(raw []byte, marker byte, data string) []byte {
	head := append([]byte{0xFF, 0xD8, 0xFF, marker}, 0, 0)
	binary.BigEndian.PutUint16(head[4:], uint16(len(data)+2))
	return append(append(head, data...), raw[2:]...)
}

func TestPictures(t *testing.T) {
	pngRaw, jpegRaw, gifRaw := encoded(t, "png"), encoded(t, "jpeg"), encoded(t, "gif")
	exif := "Exif\x00\x00II*\x00\x08\x00\x00\x00\x02\x00" +
		"\x1a\x01\x05\x00\x01\x00\x00\x00\x26\x00\x00\x00" + "\x28\x01\x03\x00\x01\x00\x00\x00\x03\x00\x00\x00" +
		"\x00\x00\x00\x00" + "\xec\x04\x00\x00\x0a\x00\x00\x00" // 126 dots a centimetre
	bad := append([]byte(nil), pngRaw...)
	bad[len(bad)-20] ^= 0xFF
	bomb := append([]byte(nil), pngRaw...)
	binary.BigEndian.PutUint32(bomb[16:], 50000)
	binary.BigEndian.PutUint32(bomb[20:], 50000)
	binary.BigEndian.PutUint32(bomb[29:], crc32.ChecksumIEEE(bomb[12:29]))
	var names []string
	files := map[string]string{"../outside.png": string(pngRaw)}
	for _, p := range []struct {
		name string
		raw  []byte
	}{
		{"a.png", withPHYs(pngRaw, 11811)},
		{"b.jpg", withSegment(jpegRaw, 0xE0, "JFIF\x00\x01\x01\x01\x01\x2C\x01\x2C\x00\x00")},
		{"c.jpg", withSegment(jpegRaw, 0xE0, "JFIF\x00\x01\x01\x02\x00\x76\x00\x76\x00\x00")},
		{"d.jpg", withSegment(jpegRaw, 0xE1, exif)}, {"e.gif", gifRaw}, {"sub/f%20g.png", pngRaw},
		{"text.png", []byte("no picture")}, {"cut.png", pngRaw[:len(pngRaw)-14]}, {"cut.jpg", jpegRaw[:len(jpegRaw)/2]},
		{"cut.gif", gifRaw[:len(gifRaw)-1]}, {"bad.png", bad}, {"bomb.png", bomb}, {"empty.png", nil},
	} {
		files[strings.ReplaceAll(p.name, "%20", " ")] = string(p.raw)
		names = append(names, p.name)
	}
	names = append(names, "none.png", "../outside.png", "/etc/a.png", "leak.png",
		"https://a.b/c.png", "//a.b/c.png", "data:image/png;base64,AA",
		"./sub/../a.png", "huge.png", "")
	var text strings.Builder
	for _, name := range names {
		fmt.Fprintf(&text, "![alt](<%s>)\n\n", name)
	}
	files["c.md"] = text.String()
	files["sub/d.md"] = "![alt](f%20g.png)"
	files["huge.png"] = ""
	dir := folder(t, files)
	if err := os.Symlink("../outside.png", filepath.Join(dir, "leak.png")); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(filepath.Join(dir, "huge.png"), maxPicture+1); err != nil {
		t.Fatal(err)
	}
	bk, diags := Read(dir, book.Contents{All: true})
	var got []string
	for _, d := range diags {
		line, _ := d.Pos.Source.LineColumn(d.Pos.Offset)
		got = append(got, names[line/2]+" "+d.Code)
	}
	compare(t, "diagnostics", strings.Join(got, "\n"), `
https://a.b/c.png picture-remote
//a.b/c.png picture-remote
data:image/png;base64,AA picture-remote
 picture-missing
text.png picture-unreadable
cut.png picture-unreadable
cut.jpg picture-unreadable
cut.gif picture-unreadable
bad.png picture-unreadable
bomb.png picture-unreadable
empty.png picture-unreadable
none.png picture-missing
../outside.png picture-outside
/etc/a.png picture-outside
leak.png picture-outside
huge.png picture-unreadable`)
	var sound []string
	for _, name := range []string{"a.png", "b.jpg", "c.jpg", "d.jpg", "e.gif", "sub/f g.png"} {
		p := bk.Pictures[name]
		if p == nil {
			t.Errorf("%s is not read", name)
			continue
		}
		sound = append(sound, fmt.Sprintf("%s %s %dx%d %.0f", p.Path, p.Format, p.Width, p.Height, p.DPI))
	}
	compare(t, "pictures", strings.Join(sound, "\n"), `
a.png png 40x30 300
b.jpg jpeg 40x30 300
c.jpg jpeg 40x30 300
d.jpg jpeg 40x30 320
e.gif png 40x30 0
sub/f g.png png 40x30 0`)
	if len(bk.Pictures) != 6 {
		t.Errorf("%d pictures", len(bk.Pictures))
	}
	shared := 0
	bk.Chapters()[0].Walk(nil, func(i book.Inline) {
		if img, ok := i.(*book.Image); ok && img.File == bk.Pictures["a.png"] {
			shared++
		}
	})
	if shared != 2 {
		t.Errorf("a.png is used by %d images, want 2 that share it", shared)
	}
}

func TestReadIsDeterministic(t *testing.T) {
	dir := longBook(t)
	summarize := func() string {
		bk, diags := Read(dir, book.Contents{All: true})
		var b strings.Builder
		for _, c := range bk.Chapters() {
			b.WriteString(c.ID + "\n" + dump(c.Blocks))
		}
		return b.String() + located(diags)
	}
	first := summarize()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if summarize() != first {
		t.Error("another number of processors makes another book")
	}
}

// TestPathologicalText holds the reader to times that grow with the text, not with its square, and to a small stack.
func TestPathologicalText(t *testing.T) {
	timing.Unraced(t)
	const n = 50000
	const m = mostMarks / 4 // marks that are not yet too many
	repeat := strings.Repeat
	for name, text := range map[string]string{
		"quotations":            repeat(">", n) + "a\n" + repeat("> ", n) + "b",
		"lists":                 repeat("- ", n) + "a",
		"lists in steps":        steps("- a", 2, 500),
		"brackets":              repeat("[", n) + repeat("]", n),
		"links":                 repeat("[a](", n),
		"images":                repeat("![", n),
		"emphasis":              repeat("*a ", n) + repeat("a* ", n),
		"emphasis open":         repeat("_a ", n),
		"emphasis mixed":        repeat("*a _b ", n),
		"emphasis closing":      repeat("a**b", n),
		"backticks":             ticks(1000),
		"html":                  repeat("<a x=\"", n),
		"comments":              repeat("<!--", n),
		"entities":              repeat("&", n) + repeat("&#0;", n),
		"strikes":               repeat("~a ", n),
		"quotes":                repeat("'a ", n) + repeat("a' ", n),
		"notes":                 chain(n),
		"notes nested":          repeat("[^a]: ", n),
		"tables":                "|a|\n|-|\n" + repeat("|b|\n", n),
		"table row":             repeat("|a", n) + "|\n" + repeat("|-", n) + "|\n" + repeat("|`\\|`", n) + "|\n",
		"definitions":           repeat("a\n: b\n", n/10),
		"references":            repeat("[a]: b\n", n/10),
		"hyphens":               repeat("-", n) + "a",
		"headings":              repeat("# a\n", n/2),
		"entries":               repeat("## a\n+++\n+++\n", n/10),
		"open entries":          repeat("## a\n+++\n", n/10),
		"unclosed":              repeat("+++\n\n", n),
		"brackets, few":         repeat("[", 2*m) + repeat("]", 2*m),
		"links, few":            repeat("[a](", m),
		"links in each other":   repeat("[", m) + repeat("a](b)", m),
		"images, few":           repeat("![", 2*m),
		"images in each other":  repeat("![", m) + repeat("a](b)", m),
		"emphasis, few":         repeat("*a ", m) + repeat("a* ", m),
		"emphasis open, few":    repeat("_a ", 4*m),
		"emphasis mixed, few":   repeat("*a _b ", 2*m),
		"emphasis closing, few": repeat("a**b", 2*m),
		"emphasis three, few":   repeat("a***b*c", m),
		"html, few":             repeat("<a x=\"", 4*m),
		"comments, few":         repeat("<!--", 2*m),
		"strikes, few":          repeat("~a ", 2*m) + repeat("a~ ", 2*m),
		"spans":                 repeat("[a]{lang=fr}", n),
		"spans, few":            repeat("[a]{lang=fr}", m),
		"spans in each other":   repeat("[a ", m) + repeat("]{lang=fr}", m),
		"spans, half":           repeat(`]{a="`, 2*m) + repeat("[a]{a=", m),
		"notes in brackets":     repeat("[^a]", m) + "\n\n[^a]: x",
		"references, many":      repeat("[a][b]", m/2) + "\n\n[b]: c",
		"one long line":         repeat("word ", 20*n),
	} {
		t.Run(name, func(t *testing.T) {
			took := time.Hour
			for try := 0; try < 3 && took > 3*time.Second; try++ { // others may use the machine, too
				start := time.Now()
				ParseChapter("c.md", []byte(text))
				took = min(took, time.Since(start))
			}
			if took > 3*time.Second {
				t.Errorf("%d bytes took %v", len(text), took)
			}
		})
	}
}

func steps(item string, indent, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i*indent) + item + "\n")
	}
	return b.String()
}

func ticks(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("e" + strings.Repeat("`", i))
	}
	return b.String()
}

func chain(n int) string {
	var b strings.Builder
	b.WriteString("[^0]\n\n")
	for i := range n {
		fmt.Fprintf(&b, "[^%d]: a[^%d]\n\n", i, i+1)
	}
	return b.String()
}

// TestReadOrder reads folders that book.toml does not list: the order is another program's, or that in which people count.
func TestReadOrder(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		want  string // parts and chapters
		diags string
	}{
		"a summary": {map[string]string{"SUMMARY.md": "# Summary\n\n[Before](p.md)\n\n- [Two](b.markdown)\n- [One](a.MD)\n", "a.MD": "Untitled words.\n", "b.markdown": "# B\n\nx\n\n# C\n\ny\n",
			"p.md": "# P\n\nx\n", "lost.md": "# L\n"},
			"front P; B, C, One", "manuscript/lost.md:1:1 file-unlisted"},
		"numbers and weights": {map[string]string{"10.md": "# Ten\n\nx", "9.txt": "# Nine", "x.md": "---\nweight: 1\n---\n# First", "drafted.md": "---\ndraft: true\n---\n# D"},
			"First, Nine, Ten", "manuscript/drafted.md:2:1 file-draft"},
		"folders as parts": {map[string]string{"01-a/index.md": "# The beginning\n", "01-a/1.md": "# One\n\nx\n", "02-b/1.md": "# Two\n\nx\n", "02-b/2.md": "# Three\n\nx\n"},
			"[The beginning] One; [B] Two, Three", ""},
		"a part that a file introduces": {map[string]string{"_quarto.yml": "book:\n  chapters:\n    - index.qmd\n    - part: p.qmd\n      chapters: [a.qmd]\n", "index.qmd": "# Hello\n\nx\n", "p.qmd": "# The part\n\nWords.\n", "a.qmd": "# A\n\nx\n"},
			"Hello; [The part] The part, A", ""},
	} {
		t.Run(name, func(t *testing.T) {
			bk, diags := Read(folder(t, c.files), book.Contents{All: true})
			titles := func(list []*book.Chapter) string {
				var out []string
				for _, ch := range list {
					out = append(out, book.PlainText(ch.Title))
				}
				return strings.Join(out, ", ")
			}
			var out []string
			if bk.Front != nil {
				out = append(out, "front "+titles(bk.Front))
			}
			for _, p := range bk.Parts {
				s := titles(p.Chapters)
				if p.Title != "" {
					s = "[" + p.Title + "] " + s
				}
				out = append(out, s)
			}
			compare(t, "book", strings.Join(out, "; "), c.want)
			compare(t, "diagnostics", located(diags), c.diags)
		})
	}
}

// TestNoFolder says what to do with a book whose chapters lie in another place.
func TestNoFolder(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"nothing":   {map[string]string{".keep": ""}, "make a folder named \"manuscript\""},
		"beside it": {map[string]string{"book.toml": "", "01.md": "x", "README.md": "x"}, "lie beside book.toml (1 file)"},
		"src":       {map[string]string{"src/01.md": "x", "src/02.md": "x", "notes.txt": "x"}, "rename the folder \"src\", which has 2 files of text"},
	} {
		dir := folder(t, c.files)
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		_, diags := ReadRoot(root, "manuscript", book.Contents{All: true})
		if root.Close(); len(diags) != 1 || !strings.Contains(diags[0].Notes[0], c.want) {
			t.Errorf("%s: %v", name, diags)
		}
	}
}
