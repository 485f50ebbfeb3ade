package check

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/tools/txtar"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/golden"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/styles"
)

// picture returns a PNG of a width in pixels that records a density in pixels to the inch, or none for 0.
func picture(t testing.TB, width int, dpi float64) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, 10))); err != nil {
		t.Fatal(err)
	}
	if dpi == 0 {
		return b.Bytes()
	}
	chunk := binary.BigEndian.AppendUint32(nil, 9)
	chunk = append(chunk, "pHYs"...)
	perMetre := uint32(dpi/0.0254 + 0.5)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = append(chunk, 1)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	const head = 8 + 12 + 13 // signature and IHDR
	return slices.Concat(b.Bytes()[:head], chunk, b.Bytes()[head:])
}

// tall returns a PNG three times as high as it is wide.
func tall(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1200, 3600))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// moving returns a GIF of two pictures.
func moving(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	frame := image.NewPaletted(image.Rect(0, 0, 300, 10), color.Palette{color.White, color.Black})
	if err := gif.EncodeAll(&b, &gif.GIF{Image: []*image.Paletted{frame, frame}, Delay: []int{1, 1}}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// write lays a book out in a folder, with those of our pictures that it names.
func write(t testing.TB, files []txtar.File) string {
	t.Helper()
	dir := t.TempDir()
	files = slices.Clip(files)
	for name, draw := range map[string]func() []byte{"ok.png": func() []byte { return picture(t, 300, 0) }, "low.png": func() []byte { return picture(t, 200, 100) },
		"wide.png": func() []byte { return picture(t, 800, 100) }, "moves.gif": func() []byte { return moving(t) },
		"big.png": func() []byte { return picture(t, 1200, 0) }, "tall.png": func() []byte { return tall(t) }} {
		if slices.ContainsFunc(files, func(f txtar.File) bool { return bytes.Contains(f.Data, []byte(name)) }) {
			files = append(files, txtar.File{Name: "manuscript/" + name, Data: draw()})
		}
	}
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// everything returns what octavo check does with a folder. The fonts have no character from U+2600 on.
func everything(t testing.TB, dir string) diag.List {
	t.Helper()
	cfg, list := config.Load(dir, styles.FS)
	if cfg == nil {
		t.Fatal(list.Err())
	}
	bk, more := manuscript.Read(filepath.Join(dir, "manuscript"), Contents(cfg))
	list = append(list, more...)
	list = append(list, Run(cfg, bk, covering(func(r rune) bool { return r < 0x2600 }))...)
	list = Level(cfg, list)
	list.Sort(bk.Sources...)
	return list
}

// printed returns a list as the fixtures have it. Of what other packages report it has place and code only: the words are
// theirs, and they have tests of their own.
func printed(list diag.List) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "%s", d.Pos)
		if rule, ok := Find(d.Code); ok && rule.run == nil {
			fmt.Fprintf(&b, ": %s [%s]\n", d.Severity, d.Code)
			continue
		}
		if d.End > d.Pos.Offset {
			fmt.Fprintf(&b, " %q", cut(string(d.Pos.Source.Text[d.Pos.Offset:min(d.End, len(d.Pos.Source.Text))])))
		}
		fmt.Fprintf(&b, ": %s: %s [%s]\n", d.Severity, d.Message, d.Code)
		for _, n := range d.Notes {
			fmt.Fprintf(&b, "  help: %s\n", n)
		}
	}
	return b.String()
}

func cut(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// TestFixtures checks the little books of testdata. Each file is named after the code it shows and holds a book and all
// the diagnostics that it must give.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures")
	}
	shown := map[string]bool{}
	for _, file := range files {
		code := strings.TrimSuffix(filepath.Base(file), ".txt")
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		archive := txtar.Parse(raw)
		last := len(archive.Files) - 1
		if archive.Files[last].Name != "want" {
			t.Fatalf("%s does not end with what it wants", file)
		}
		list := everything(t, write(t, archive.Files[:last]))
		for _, d := range list {
			if d.Code == code {
				shown[code] = true
			}
			if len(d.Notes) == 0 {
				t.Errorf("%s: no next step: %s", d.Code, d.Message)
			}
			if s := d.Message; strings.HasSuffix(s, ".") || s[0] >= 'A' && s[0] <= 'Z' && !strings.HasPrefix(s, "TK") && !strings.HasPrefix(s, "TOML") {
				t.Errorf("%s: a message is in small letters and has no full stop: %s", d.Code, s)
			}
		}
		got := printed(list)
		if golden.Updating() {
			archive.Files[last].Data = []byte(got)
			if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if want := string(archive.Files[last].Data); got != want {
			t.Errorf("%s\ngot:\n%s\nwant:\n%s", file, got, want)
		}
	}
	for _, r := range Rules {
		if !shown[r.Code] && elsewhere[r.Code] == "" {
			t.Errorf("no fixture shows %s", r.Code)
		}
		if shown[r.Code] && elsewhere[r.Code] != "" {
			t.Errorf("%s has a fixture: take it off the list", r.Code)
		}
	}
}

// elsewhere says of the codes that a fixture cannot show why not.
var elsewhere = map[string]string{
	"cover-printer":   "package wrap",
	"font-fallback":   "TestFallbackSaid",
	"config-missing":  "there is no book: config tests it",
	"epoch-malformed": "it is in the environment: config tests it",
	"file-too-large":  "a fixture of that size is none: config and manuscript test it",
	"toml-long":       "TestLongConfig shows it",
	"text-endless":    "TestLimits shows it",
	"book-long":       "TestLimits shows it",
	"file-unparsable": "no file is known that does it",
	"right-to-left":   "review copies report it",
	"card-overflow":   "compose reports it",
	"card-safe":       "compose reports it",
	"card-code":       "compose reports it",
	"card-list":       "cardlist reports it",
	"card-cell":       "cardlist reports it",
	"card-column":     "cardlist reports it",
	"card-theme":      "cardlist reports it",
	"card-art":        "cards reports it",
	"card-art-coarse": "cards reports it",
	"card-art-dpi":    "cards reports it",
	"card-contrast":   "compose reports it",
	"card-colors":     "cards reports it",
	"card-cut":        "compose reports it",
	"card-left-out":   "compose reports it",
	"cover-overflow":  "cover reports it",
	"cover-spine":     "cover reports it",
	"cover-contrast":  "cover reports it",
	"cover-barcode":   "cover reports it",
	"deck-sheet":      "compose reports it",
	"deck-start":      "compose reports it",
	"deck-margin":     "compose reports it",
	"deck-bleed":      "compose reports it",
	"deck-corner":     "compose reports it",
	"style-feature":   "compose reports it",
	"line-overfull":   "of set pages: compose has its own test",
	"note-again":      "of set pages: interior has its own test",
	"head-long":       "of set pages: interior has its own test",
	"line-measure":    "of set pages: interior has its own test",
	"line-loose":      "of set pages: compose has its own test",
	"line-lone":       "of set pages: interior has its own test",
	"line-ragged":     "of set pages: interior has its own test",
	"line-stack":      "of set pages: interior has its own test",
	"line-hyphen":     "of set pages: interior has its own test",
	"line-name":       "of set pages: interior has its own test",
	"line-ladder":     "of set pages: compose has its own test",
	"line-river":      "of set pages: compose has its own test",
	"line-runt":       "of set pages: compose has its own test",
	"page-short":      "of set pages: interior has its own test",
	"page-uneven":     "of set pages: interior has its own test",
	"picture-moved":   "of set pages: interior has its own test",
	"table-wide":      "of set pages: compose has its own test",
	"table-small":     "of set pages: interior has its own test",
	"table-turned":    "of set pages: interior has its own test",
	"table-overflow":  "of set pages: compose has its own test",
	"page-overflow":   "of set pages: compose has its own test",
	"style-font":      "the command reports it",
	"preflight-fault": "the command reports it",
	"preflight-book":  "the command reports it",
	"sheet-data":      "sheet has its own test",
	"sheet-cut":       "sheet has its own test",
	"sheet-page":      "sheet has its own test",
	"sheet-quote":     "sheet has its own test",
	"ink-black":       "production has its own test",
	"ink-mixed":       "production has its own test",
}

// TestEveryCode holds the table against the source of the whole tree: every code that is reported is documented once,
// and nothing is documented that no part reports.
func TestEveryCode(t *testing.T) {
	documented := map[string]bool{}
	for _, r := range Rules {
		if documented[r.Code] {
			t.Errorf("%s is documented twice", r.Code)
		}
		documented[r.Code] = true
		if !isCode.MatchString(r.Code) || r.Doc == "" || r.Example == "" && r.Code != "file-unparsable" {
			t.Errorf("%s is not documented well: %+v", r.Code, r)
		}
	}
	reported := map[string]string{} // code to where
	literals := map[string]bool{}
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") ||
			filepath.Base(name) == "rules.go" {
			return err
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, nil, 0)
		if err != nil { // somebody is writing it
			t.Logf("%v", err)
			return nil
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if s, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING {
					literals[s] = true
				}
			case *ast.CallExpr:
				f, ok := n.Fun.(*ast.SelectorExpr)
				if !ok || len(n.Args) < 3 || f.Sel.Name != "Errorf" && f.Sel.Name != "Warnf" {
					return true
				}
				if code, ok := n.Args[0].(*ast.BasicLit); ok && code.Kind == token.STRING {
					if s, err := strconv.Unquote(code.Value); err == nil && isCode.MatchString(s) {
						reported[s] = fset.Position(n.Pos()).String()
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(reported) < 20 {
		t.Fatalf("only %d codes were found in the source: %v", len(reported), reported)
	}
	for code, where := range reported {
		if !documented[code] {
			t.Errorf("%s: %s is not in Rules", where, code)
		}
	}
	for _, r := range Rules {
		if r.run == nil && !literals[r.Code] {
			t.Errorf("%s is in Rules, but nothing reports it", r.Code)
		}
	}
}

var isCode = regexp.MustCompile(`^[a-z]+(-[a-z0-9]+)*$`)

func TestContents(t *testing.T) {
	load := func(contents string) book.Contents {
		dir := write(t, []txtar.File{{Name: "book.toml", Data: []byte("[book]\ntitle = 'T'\nauthors = ['A']\n" + contents)}})
		cfg, _ := config.Load(dir, styles.FS)
		return Contents(cfg)
	}
	flat := func(c book.Contents) string {
		var b strings.Builder
		file := func(f book.File) { fmt.Fprintf(&b, " %s@%s", f.Name, f.Pos) }
		for _, f := range c.Front {
			file(f)
		}
		for _, p := range c.Parts {
			fmt.Fprintf(&b, " |%s@%s", p.Title, p.Pos)
			for _, f := range p.Chapters {
				file(f)
			}
		}
		b.WriteString(" |")
		for _, f := range c.Back {
			file(f)
		}
		return b.String()
	}
	if c := load(""); !c.All || len(c.Parts) > 0 {
		t.Errorf("no contents: %+v", c)
	}
	for contents, want := range map[string]string{
		"[contents]\nfront=['p.md']\nbody=['a.md', '', 'b.md']\nback=['z.md']": " p.md@book.toml:5:8 |@book.toml:6:6 a.md@book.toml:6:7 b.md@book.toml:6:19 | z.md@book.toml:7:7",
		"[[contents.part]]\ntitle='One'\nchapters=['a.md']\n[[contents.part]]\ntitle='Two'\nchapters=['b.md']": " |One@book.toml:5:7 a.md@book.toml:6:11" +
			" |Two@book.toml:8:7 b.md@book.toml:9:11 |",
	} {
		if got := flat(load(contents)); got != want || load(contents).All {
			t.Errorf("%q\n got %s\nwant %s", contents, got, want)
		}
	}
}

// covering is the coverage of fonts that are all alike.
func covering(has func(r rune) bool) Coverage {
	all := func(character string) bool {
		for _, r := range norm.NFC.String(character) {
			if !has(r) {
				return false
			}
		}
		return true
	}
	return Coverage{Text: all, Code: all}
}

// TestEveryLanguage checks a book in which every construct occurs in every language: rules that a language does without are done
// without.
func TestEveryLanguage(t *testing.T) {
	const kitchen = "../booktest/testdata/kitchen"
	settings, err := os.ReadFile(filepath.Join(kitchen, config.File))
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range lang.Tags() {
		dir := t.TempDir()
		if err := os.CopyFS(filepath.Join(dir, "manuscript"), os.DirFS(filepath.Join(kitchen, "manuscript"))); err != nil {
			t.Fatal(err)
		}
		text := bytes.Replace(settings, []byte("[book]\n"), []byte("[book]\nlanguage = \""+tag+"\"\n"), 1)
		if err := os.WriteFile(filepath.Join(dir, config.File), text, 0o600); err != nil {
			t.Fatal(err)
		}
		cfg, found := config.Load(dir, styles.FS)
		if found.HasErrors() {
			t.Fatalf("%s: %v", tag, found.Err())
		}
		bk, _ := manuscript.Read(filepath.Join(dir, "manuscript"), Contents(cfg))
		if len(bk.Entries()) == 0 {
			t.Fatal("the book has no entries")
		}
		Run(cfg, bk, covering(func(rune) bool { return true }))
	}
}

// TestFallbackSaid: what fonts of the house set is said once for each, and a run that nobody has is one error that names a font.
func TestFallbackSaid(t *testing.T) {
	dir := write(t, []txtar.File{{Name: "book.toml", Data: []byte("[book]\ntitle = 'T'\nauthors = ['A']\n")},
		{Name: "manuscript/a.md", Data: []byte("# T\n\nאבג, א and ж; then ꯃꯅ ꯄ, and ꯃ.\n")}})
	cfg, _ := config.Load(dir, styles.FS)
	bk, _ := manuscript.Read(filepath.Join(dir, "manuscript"), Contents(cfg))
	fonts := covering(func(r rune) bool { return r < 0xA000 })
	fonts.Instead = func(character string, code bool) (lacking, in string) {
		if r := []rune(character)[0]; r >= 0x5D0 && r < 0x600 {
			return "Text", "House"
		}
		return "", ""
	}
	var got []string
	for _, d := range Run(cfg, bk, fonts) {
		got = append(got, d.Severity.String()+": "+d.Message)
		if d.Code == "glyph-missing" && !strings.Contains(strings.Join(d.Notes, " "), "NotoSansMeeteiMayek-Regular.ttf") {
			t.Errorf("no font in %q", d.Notes)
		}
	}
	if len(got) != 2 || got[0] != "note: “א”, “ב”, “ג” are set in House; Text lacks them" || !strings.HasPrefix(got[1], `error: no font of the style has the characters of "ꯃꯅ ꯄ": `) {
		t.Errorf("%q", got)
	}
}

// TestGlyphsCompose: a letter and its accent are there where the font has them as one, and are not where it has neither.
func TestGlyphsCompose(t *testing.T) {
	for text, want := range map[string]int{"cafe\u0301": 0, "cafe\u0304": 0, "cafx\u0301": 1} {
		dir := write(t, []txtar.File{{Name: "book.toml", Data: []byte("[book]\ntitle = 'T'\nauthors = ['A']\n")}, {Name: "manuscript/a.md", Data: []byte("# T\n\n" + text + "\n")}})
		cfg, _ := config.Load(dir, styles.FS)
		bk, _ := manuscript.Read(filepath.Join(dir, "manuscript"), Contents(cfg))
		list := Run(cfg, bk, covering(func(r rune) bool { return r < 0x200 || r == 0x113 }))
		n := 0
		for _, d := range list {
			if d.Code == "glyph-missing" {
				n++
			}
		}
		if n != want {
			t.Errorf("%q: %d missing glyphs, want %d: %v", text, n, want, list)
		}
	}
}

// FuzzRun checks whatever a file may hold: no rule may panic or point outside the file.
func FuzzRun(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		raw, _ := os.ReadFile(file)
		for _, part := range txtar.Parse(raw).Files {
			if strings.HasSuffix(part.Name, ".md") {
				f.Add(part.Data)
			}
		}
	}
	cfg, _ := config.Load(write(f, []txtar.File{{Name: "book.toml", Data: []byte("[book]\ntitle = 'T'\nauthors = ['A']\n[themes]\na = 'A'\n")}}), styles.FS)
	f.Fuzz(func(t *testing.T, text []byte) {
		chapter, _ := manuscript.ParseChapter("a.md", text)
		bk := &book.Book{Parts: []*book.Part{{Chapters: []*book.Chapter{chapter}}}, Sources: []*diag.Source{chapter.Source}}
		for _, d := range Run(cfg, bk, covering(func(r rune) bool { return r%3 > 0 })) {
			if n := len(d.Pos.Source.Text); d.Pos.Offset < 0 || d.Pos.Offset > n || d.End > n {
				t.Errorf("%s: %s at %d to %d of %d bytes", d.Code, d.Message, d.Pos.Offset, d.End, n)
			}
		}
	})
}

// Texts that are all nearly the same are compared up to a number of pairs.
func TestManyAlike(t *testing.T) {
	same := shingles("say it")
	sets := make([][]uint64, 11_000)
	for i := range sets {
		sets[i] = append(slices.Clone(same), uint64(i)<<16|1)
	}
	pairs, end := alike(sets, 0.5)
	if end < 10_000 || end == len(sets) || len(pairs) != end-1 {
		t.Errorf("%d pairs of %d texts", len(pairs), end)
	}
	if pairs, end = alike(slices.Repeat([][]uint64{same}, len(sets)), 0.5); end != len(sets) || len(pairs) != end-1 || pairs[end-2].First != 0 {
		t.Errorf("%d pairs of %d texts that are the same", len(pairs), end)
	}
}

// TestAlike holds the search for texts that are alike to comparing each with each.
func TestAlike(t *testing.T) {
	words := strings.Fields("say less more powerfully sooner to the right people and then ask for it again with respect")
	var texts []string
	seed := uint32(1)
	for range 300 {
		var text []string
		for range 3 + int(seed>>8)%5 {
			seed = seed*1664525 + 1013904223
			text = append(text, words[seed>>16%uint32(len(words))%uint32(len(words))])
		}
		texts = append(texts, strings.Join(text, " "))
	}
	texts = append(texts, "", "x", "x", "Ä b", "a B!")
	sets := make([][]uint64, len(texts))
	for i, text := range texts {
		sets[i] = shingles(text)
	}
	for _, share := range []float64{1e-12, 0.1, 0.5, 0.7, 0.9, 1} {
		var want []Pair
		for i := range texts {
			best := Pair{Share: -1}
			for j := range i {
				a, b := sets[i], sets[j]
				if len(a) == 0 || len(b) == 0 {
					continue
				}
				n := common(a, b, 0)
				if s := float64(n) / float64(len(a)+len(b)-n); s+1e-9 >= share && s > best.Share && s > 0 {
					best = Pair{j, i, s}
				}
			}
			if best.Share >= 0 {
				want = append(want, best)
			}
		}
		if got := Alike(texts, share); !reflect.DeepEqual(got, want) {
			t.Errorf("%v: got %d pairs, want %d\n%v\n%v", share, len(got), len(want), got, want)
		}
	}
}

// TestNoStyle checks a book whose style could not be read, and one without fonts to ask.
func TestNoStyle(t *testing.T) {
	dir := write(t, []txtar.File{{Name: "book.toml", Data: []byte("[book]\ntitle = 'T'\nauthors = ['A']\n")},
		{Name: "manuscript/a.md", Data: []byte("# T\n\n![a](low.png)\n")}})
	cfg, _ := config.Load(dir, styles.FS)
	cfg.Style = nil
	bk, _ := manuscript.Read(filepath.Join(dir, "manuscript"), Contents(cfg))
	if l := Run(cfg, bk, Coverage{}); len(l) != 1 || l[0].Code != "picture-dpi" {
		t.Error(printed(l))
	}
}

// large returns a book of about 100,000 words with 1,000 entries.
func large(t testing.TB) string {
	files := []txtar.File{{Name: "book.toml", Data: []byte("[book]\ntitle = 'T'\nauthors = ['A']\n[themes]\na = 'A'\n")}}
	words := strings.Fields("the customer asked what a price would be before anybody had said who was to pay for it and the manager " +
		"answered with a question that she had prepared on the train where nobody listens to patient people “quoted” don’t")
	seed := uint32(7)
	last := uint32(0)
	text := func(n int) string {
		var b strings.Builder
		for i := range n {
			seed = seed*1664525 + 1013904223
			next := (seed >> 16) % uint32(len(words))
			if words[next] == words[last] {
				next = (next + 1) % uint32(len(words))
			}
			last = next
			b.WriteString(words[next])
			b.WriteString([]string{" ", " ", " ", ", ", " ", " *then* ", " ", "\n"}[i%8])
		}
		return strings.TrimSpace(b.String()) + "."
	}
	for c := range 40 {
		var b strings.Builder
		fmt.Fprintf(&b, "# Chapter %d\n\n", c)
		for e := range 25 {
			fmt.Fprintf(&b, "## %s\n+++\nkind = \"metaphor\"\nid = \"e-%d-%d\"\ntenor = \"customer\"\nvehicle = \"train\"\nthemes = [\"a\"]\n+++\n\n%s\n\n",
				strings.ReplaceAll(text(10), "\n", " "), c, e, text(88))
		}
		files = append(files, txtar.File{Name: fmt.Sprintf("manuscript/%02d.md", c), Data: []byte(b.String())})
	}
	return write(t, files)
}

func BenchmarkRun(b *testing.B) {
	dir := large(b)
	cfg, _ := config.Load(dir, styles.FS)
	bk, _ := manuscript.Read(filepath.Join(dir, "manuscript"), Contents(cfg))
	var list diag.List
	var before, after syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &before)
	for b.Loop() {
		list = Run(cfg, bk, covering(func(r rune) bool { return true }))
	}
	syscall.Getrusage(syscall.RUSAGE_SELF, &after)
	b.ReportMetric(float64(after.Utime.Nano()-before.Utime.Nano())/1e6/float64(b.N), "cpu-ms/op")
	b.ReportMetric(float64(len(list)), "diagnostics")
	for i := range Rules {
		f := &facts{cfg: cfg, book: bk, fonts: covering(func(rune) bool { return true }), rules: Rules[i : i+1]}
		start := time.Now()
		if f.gather(); Rules[i].run != nil {
			if run, ok := Rules[i].run.(inBook); ok {
				start = time.Now()
				f.run(&Rules[i], run)
			}
			if d := time.Since(start); d > time.Millisecond {
				b.Logf("%s takes %v", Rules[i].Code, d)
			}
		}
	}
}
