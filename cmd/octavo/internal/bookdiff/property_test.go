package bookdiff

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/manuscript"
)

// plain is a paragraph that may be wrapped anew: no line of it begins with what could be markup.
var plain = regexp.MustCompile(`^[\p{L}"“‘'(]`)

// markup is what may not come to stand at the head of a line.
var markup = regexp.MustCompile(`^([#>*+=|~:<!\-]|\d+[.)]|\[\^|` + "`" + `)`)

// rewrap sets the paragraphs of Markdown in lines of another width.
func rewrap(text string, width int) string {
	fence := strings.Count(text, "+++") // blocks of keys stay as they are
	var out []string
	for _, b := range strings.Split(text, "\n\n") {
		lines := strings.Split(strings.TrimRight(b, "\n"), "\n")
		ok := fence >= 0 && !strings.Contains(b, "+++")
		for _, l := range lines {
			ok = ok && plain.MatchString(l) && !strings.HasSuffix(l, "  ") && !strings.HasSuffix(l, `\`) && !strings.Contains(l, "](")
		}
		if ok {
			var made []string
			line := ""
			for _, w := range strings.Fields(b) {
				switch {
				case line == "":
					line = w
				case len(line)+1+len(w) > width && !markup.MatchString(w):
					made = append(made, line)
					line = w
				default:
					line += " " + w
				}
			}
			lines = append(made, line)
		}
		out = append(out, strings.Join(lines, "\n"))
	}
	return strings.Join(out, "\n\n") + "\n"
}

// edited reads the real book with every file's text passed through f.
func edited(t testing.TB, f func(name, text string) string) *book.Book {
	t.Helper()
	from := "../../../../manuscript"
	names, err := filepath.Glob(from + "/*.md")
	if err != nil || len(names) < 5 {
		t.Fatal("the book is not there")
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "pictures"), os.DirFS(from+"/pictures")); err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		raw, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(n)), []byte(f(filepath.Base(n), string(raw))), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	bk, _ := manuscript.Read(dir, book.Contents{All: true})
	return bk
}

func TestSameBook(t *testing.T) {
	b := theBook(t)
	if c := Compare(b, b); !c.Empty() || len(c.spans) != 0 {
		t.Errorf("a book differs from itself:\n%s", told(c))
	}
	if c := Compare(b, theBook(t)); !c.Empty() || len(c.spans) != 0 {
		t.Errorf("a book differs from itself, read again:\n%s", told(c))
	}
}

func TestRewrappedBook(t *testing.T) {
	b := theBook(t)
	for _, width := range []int{20, 61, 100, 100_000} {
		changed := 0
		now := edited(t, func(_, text string) string {
			made := rewrap(text, width)
			if made != text {
				changed++
			}
			return made
		})
		if changed < 10 {
			t.Fatalf("at %d only %d files were wrapped anew", width, changed)
		}
		if c := Compare(b, now); !c.Empty() || len(c.spans) != 0 {
			t.Errorf("wrapped at %d the book differs:\n%s", width, told(c))
		}
	}
}

// scramble changes a book's words at random: some go, some come, some change places, and so do paragraphs. It marks
// what it writes with letters that the book does not have.
func scramble(text string, r *rand.Rand, n int) string {
	blocks := strings.Split(text, "\n\n")
	for range n {
		i := r.IntN(len(blocks))
		if !plain.MatchString(blocks[i]) || strings.Contains(blocks[i], "+++") {
			continue
		}
		ws := strings.Fields(blocks[i])
		at := r.IntN(len(ws))
		switch r.IntN(6) {
		case 0:
			ws = slices.Delete(ws, at, min(at+1+r.IntN(4), len(ws)))
		case 1:
			ws = slices.Insert(ws, at, fmt.Sprintf("zqx%d", r.IntN(1000)))
		case 2:
			ws[at] = fmt.Sprintf("zqy%d", r.IntN(1000))
		case 3:
			blocks = slices.Insert(blocks, i, fmt.Sprintf("Zqz%d zqz zqz", r.IntN(1000)))
			continue
		case 4:
			if len(ws) > at+1 {
				blocks[i] = strings.Join(ws[:at+1], " ")
				blocks = slices.Insert(blocks, i+1, "Zqp "+strings.Join(ws[at+1:], " "))
				continue
			}
		case 5:
			blocks = slices.Delete(blocks, i, i+1)
			continue
		}
		blocks[i] = strings.Join(ws, " ")
		if blocks[i] == "" {
			blocks = slices.Delete(blocks, i, i+1)
		}
	}
	return strings.Join(blocks, "\n\n")
}

// holds fails where a comparison breaks one of its promises.
func holds(t *testing.T, then, now *book.Book) {
	t.Helper()
	c, back := Compare(then, now), Compare(now, then)
	if again := Compare(then, now); told(again) != told(c) {
		t.Error("the same books give another list")
	}
	if c.Empty() != back.Empty() {
		t.Error("one way there are changes, the other way there are none")
	}
	// What is new one way is removed the other way.
	count := func(c *Changes, k Kind, w What) (ids []string) {
		for _, x := range c.List() {
			if x.Kind == k && x.What == w {
				ids = append(ids, x.ID)
			}
		}
		slices.Sort(ids)
		return ids
	}
	for _, w := range []What{Part, Chapter, Section, Entry} {
		for _, k := range [][2]Kind{{New, Removed}, {Removed, New}} {
			if a, b := count(c, k[0], w), count(back, k[1], w); !slices.Equal(a, b) {
				t.Errorf("%s %s are %q, and the other way %s %q", k[0], w, a, k[1], b)
			}
		}
	}
	// Every word that only the new book has is in a span.
	had := map[string]bool{}
	for _, w := range wordsRead(then) {
		had[w.letters] = true
	}
	for _, w := range wordsRead(now) {
		for _, p := range w.parts {
			if !had[w.letters] && !c.At(p.text.Pos, p.from, p.to) {
				t.Errorf("%s: %q of %q is new, but not marked", p.text.Pos, p.text.Value[p.from:p.to], w.letters)
			}
		}
	}
	// Spans are in order and apart; edits are where the text has their words.
	for pos, spans := range c.spans {
		for i, s := range spans {
			if s.From >= s.To || i > 0 && s.From <= spans[i-1].To {
				t.Errorf("%s: spans %v", pos, spans)
			}
		}
	}
	for _, x := range c.List() {
		if x.Kind == Changed && x.Added+x.Gone+len(x.Edits)+len(x.Fields) == 0 && !x.Form {
			t.Errorf("nothing of it changed: %+v", x)
		}
		for _, e := range x.Edits {
			if e.Old == "" && e.New == "" {
				t.Errorf("an edit of nothing: %+v", x)
			}
			if !e.Place.Pos.IsValid() {
				t.Errorf("an edit nowhere: %+v", e)
			}
		}
	}
}

// readWord is a word as a reader sees it, which may go on from one inline to the next, with its parts in running text.
type readWord struct {
	letters string
	parts   []readPart
}

type readPart struct {
	text     *book.Text
	from, to int
}

// readWords gathers the words of a book's running text. What is printed between two words parts them: a picture, a note's mark,
// the end of a link that leads somewhere.
type readWords struct {
	out  []readWord
	word readWord
}

func (r *readWords) end() {
	if r.word.letters != "" {
		r.out = append(r.out, r.word)
	}
	r.word = readWord{}
}

// text takes the letters of an inline; in is nil where its place is not asked for.
func (r *readWords) text(value string, in *book.Text) {
	from := 0
	put := func(to int) {
		if from < to {
			r.word.letters += value[from:to]
			if in != nil {
				r.word.parts = append(r.word.parts, readPart{in, from, to})
			}
		}
		from = to
	}
	for at, c := range value {
		end := at + len(string(c))
		if c == utf8.RuneError {
			_, n := utf8.DecodeRuneInString(value[at:])
			end = at + n
		}
		switch {
		case c <= ' ' || unicode.IsSpace(c): // a soft line end, or a control character, parts words too
			put(at)
			r.end()
			from = end
		case c == '–' || c == '—':
			put(end)
			r.end()
		case unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao,
			unicode.Khmer, unicode.Myanmar): // written without spaces: each is a word
			put(at)
			r.end()
			put(end)
			r.end()
		}
	}
	put(len(value))
}

func (r *readWords) run(text []book.Inline) {
	for _, in := range text {
		switch in := in.(type) {
		case *book.Text:
			r.text(in.Value, in)
		case *book.CodeSpan:
			r.text(in.Value, nil)
		case *book.Math:
			r.text(in.Plain(), nil)
		case *book.RawHTML:
			r.text(in.Text, nil)
		case *book.Image, *book.NoteMark, *book.LineBreak:
			r.end()
		default:
			r.run(book.Inside(in))
			if l, ok := in.(*book.Link); ok && l.Target+l.URL != "" {
				r.end()
			}
		}
	}
}

// wordsRead returns every word of a book's running text.
func wordsRead(b *book.Book) []readWord {
	var r readWords
	run := func(text []book.Inline) {
		r.run(text)
		r.end()
	}
	for _, ch := range b.Chapters() {
		run(ch.Title)
		for _, l := range ch.BelowTitle {
			run(l.Text)
		}
		ch.Walk(func(b book.Block) {
			if v, ok := b.(*book.Verse); ok {
				for _, s := range v.Stanzas { // whose lines end in line breaks
					run(s.Text())
				}
				return
			}
			book.Runs(b, run)
		}, nil)
	}
	return r.out
}

func TestScrambledBook(t *testing.T) {
	b := theBook(t)
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 1))
		now := edited(t, func(_, text string) string { return scramble(text, r, int(seed)*3) })
		holds(t, b, now)
	}
}

// TestDifferences holds differences against what they must be: the rest is the same, and the fewest there can be, as
// counted by a table of all beginnings.
func TestDifferences(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for round := range 3000 {
		some := func() []int32 {
			out := make([]int32, r.IntN(14))
			for i := range out {
				out[i] = int32(r.IntN(4))
			}
			return out
		}
		old, new := some(), some()
		o, n, edits := 0, 0, 0
		for _, h := range differences(old, new) {
			for ; o < h.old; o, n = o+1, n+1 {
				if old[o] != new[n] {
					t.Fatalf("%v and %v: %d is not %d", old, new, o, n)
				}
			}
			if n != h.new || h.old == h.oldEnd && h.new == h.newEnd {
				t.Fatalf("%v and %v: hunk %v", old, new, h)
			}
			edits += h.oldEnd - h.old + h.newEnd - h.new
			o, n = h.oldEnd, h.newEnd
		}
		if !slices.Equal(old[o:], new[n:]) {
			t.Fatalf("%v and %v: %v is not %v", old, new, old[o:], new[n:])
		}
		if want := fewest(old, new); edits != want {
			t.Fatalf("%d: %v and %v: %d edits, there need be %d", round, old, new, edits, want)
		}
	}
}

func fewest(old, new []int32) int {
	row := make([]int, len(new)+1)
	for i := range row {
		row[i] = i
	}
	for i, o := range old {
		before := row[0]
		row[0] = i + 1
		for k, n := range new {
			was := row[k+1]
			if o == n {
				row[k+1] = before
			} else {
				row[k+1] = min(row[k], row[k+1]) + 1
			}
			before = was
		}
	}
	return row[len(new)]
}

// TestManyDifferences takes sequences that differ too much to be compared one by one.
func TestManyDifferences(t *testing.T) {
	var old, new []int32
	for i := range int32(5000) {
		old = append(old, i, 1_000_000)
		new = append(new, i+2500, 2_000_000)
	}
	h := differences(old, new)
	o, n, same := 0, 0, 0
	for _, k := range h {
		for ; o < k.old; o, n = o+1, n+1 {
			if old[o] != new[n] {
				t.Fatal("what is no hunk differs")
			}
			same++
		}
		o, n = k.oldEnd, k.newEnd
	}
	if same < 2400 {
		t.Errorf("only %d are the same", same)
	}
}

// FuzzCompare takes any two texts.
func FuzzCompare(f *testing.F) {
	f.Add(a, strings.ReplaceAll(a, "cold", "warm"))
	f.Add("# A\n\n- a\n- [ ] b\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n", "# A\n\n1. a\n\nT\n: d[^1]\n\n[^1]: x\n\n<b>\n\n***\n")
	f.Add("## x\n+++\nkind = \"meme\"\n+++\n\n### y\n+++\nkind = \"meme\"\n+++\n", "x")
	f.Add("```\n\nb\n```\n", "a\n")
	f.Add("p[a]()per.", "paper.")
	f.Add("### y\n+++\nkind = \"meme\"\n+++\n", "### y\n+++\nkind = \"meme\"\n+++\n\n+\n")
	f.Add("# One\n\nIt was a bright coldiday in April …\n\n## A section\n\nThe telephone ra\x7fg G.\xb9\x7f\xde囷twice in the next room before anybody thought of answering it that morning.\n",
		"# One\n\nIt was a bright warm day in April …\n\n## A section\n\nThe telephone rang twice in the next room befo\xff\x7f anybody th\x00\x00oought of answering it that morning.\n")
	f.Fuzz(func(t *testing.T, old, new string) {
		if len(old)+len(new) > 20_000 {
			t.Skip()
		}
		then, now := read(t, "a.md", old), read(t, "a.md", new)
		holds(t, then, now)
		if c := Compare(now, now); !c.Empty() {
			t.Errorf("it differs from itself:\n%s", told(c))
		}
	})
}

// BenchmarkCompare compares a book of 100,000 words with an edited copy.
func BenchmarkCompare(b *testing.B) {
	text := func(r *rand.Rand) *book.Book {
		var files []string
		words := rand.New(rand.NewPCG(1, 1))
		for c := range 40 {
			var s strings.Builder
			fmt.Fprintf(&s, "# Chapter %d\n\n", c)
			for e := range 12 {
				fmt.Fprintf(&s, "## Maxim %d of %d.\n+++\nkind = \"meme\"\nid = \"e-%d-%d\"\n+++\n\n", e, c, c, e)
				for range 3 {
					for range 70 {
						fmt.Fprintf(&s, "w%d ", int(words.ExpFloat64()*300))
					}
					s.WriteString("\n\n")
				}
			}
			t := s.String()
			if r != nil {
				t = scramble(t, r, 25)
			}
			files = append(files, fmt.Sprintf("%02d.md", c), t)
		}
		return read(b, files...)
	}
	old, now := text(nil), text(rand.New(rand.NewPCG(2, 2)))
	for b.Loop() {
		Compare(old, now)
	}
}
