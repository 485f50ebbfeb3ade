package amend_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/amend"
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// texts returns the paragraphs of a book as a reader sees them, each with a place in it.
func texts(bk *book.Book) (out []string, at []diag.Pos) {
	for _, ch := range bk.Chapters() {
		book.ReadingOrder(ch.Blocks, nil, func(text []book.Inline) {
			s := book.PlainText(text)
			if strings.TrimSpace(s) != "" && text[0].Start().IsValid() {
				out, at = append(out, s), append(at, text[0].Start())
			}
		})
	}
	return out, at
}

var vocabulary = strings.Fields("lamp wick oil soot stairs light job child water keeper storm glass tower rope bell and or the a of")

// randomText writes Markdown of many forms.
func randomText(r *rand.Rand) string {
	word := func() string { return vocabulary[r.IntN(len(vocabulary))] }
	words := func(n int) string {
		var out []string
		for range 1 + r.IntN(n) {
			w := word()
			switch r.IntN(24) {
			case 0:
				w = "**" + w + "** "
			case 1:
				w = "*" + w + " " + word() + "*"
			case 2:
				w = "[" + w + "](https://a.example/" + word() + ")"
			case 3:
				w = "`" + w + "`"
			case 4:
				w = "\"" + w + "\""
			case 5:
				w = w + " -- " + word()
			case 6:
				w = "***" + w + "***"
			case 7:
				w = "[" + w + "]{.smallcaps}"
			case 8:
				w += "'s"
			case 9:
				w += ","
			case 10:
				w += " \\* " + word()
			case 11:
				w += " &amp; " + word()
			case 12:
				w += "[^n]"
			case 13:
				w += "\n" + word()
			case 14:
				w = "**" + w + " *" + word() + "* " + word() + "**"
			}
			out = append(out, w)
		}
		return strings.Join(out, " ") + "."
	}
	var b strings.Builder
	b.WriteString("# " + words(3) + "\n\n")
	for range 3 + r.IntN(6) {
		switch r.IntN(8) {
		case 0:
			fmt.Fprintf(&b, "## %s\n\n", strings.ReplaceAll(words(4), "\n", " "))
		case 1:
			fmt.Fprintf(&b, "- %s\n- %s\n\n", strings.ReplaceAll(words(6), "\n", "\n  "), strings.ReplaceAll(words(6), "\n", "\n  "))
		case 2:
			fmt.Fprintf(&b, "> %s\n\n", strings.ReplaceAll(words(12), "\n", "\n> "))
		case 3:
			fmt.Fprintf(&b, "| %s | %s |\n|---|---|\n| %s | %s |\n\n", word(), word(), strings.ReplaceAll(words(4), "\n", " "), word())
		default:
			b.WriteString(words(30) + "\n\n")
		}
	}
	b.WriteString("[^n]: The note of " + word() + ".\n")
	return b.String()
}

// TestRandom makes random edits of the plain text of random books: the text read again says what was wanted, and all else as before.
func TestRandom(t *testing.T) {
	refused, all := 0, 0
	books := uint64(1000)
	if testing.Short() {
		books = 200
	}
	for seed := range books {
		r := rand.New(rand.NewPCG(seed, 14))
		text := randomText(r)
		bk := bookOf(text)
		said, at := texts(bk)
		k := r.IntN(len(said))
		old := said[k]
		fields := strings.Fields(old)
		i := r.IntN(len(fields))
		n := min(len(fields), i+1+r.IntN(4))
		from := indexOfField(old, i)
		to := indexOfField(old, n-1) + len(fields[n-1])
		var new []string
		for range r.IntN(4) {
			new = append(new, []string{"new", "words", "_it_", "2*3", "“so”", "it’s", "x – y", "a|b"}[r.IntN(8)])
		}
		c := amend.Change{Before: old[:from], Old: old[from:to], After: old[to:], New: strings.Join(new, " "), Exact: true, At: at[k]}
		got, hunks := apply(t, text, c)
		all++
		if hunks[0].Refused != "" || hunks[0].Stands {
			refused++
			t.Logf("seed %d: %q to %q in %q: %s\n%s", seed, c.Old, c.New, old, hunks[0].Refused, text)
			continue
		}
		want := slices.Clone(said)
		want[k] = old[:from] + c.New + old[to:]
		now, _ := texts(bookOf(got))
		if plain(want) != plain(now) {
			t.Errorf("seed %d: %q to %q in %q:\n%s\nbecame\n%s\nwant %q\ngot  %q", seed, c.Old, c.New, old, text, got, plain(want), plain(now))
		}
	}
	if refused > all/25 {
		t.Errorf("%d of %d refused", refused, all)
	}
}

func indexOfField(s string, i int) int {
	at := 0
	for k, f := range strings.Fields(s) {
		n := strings.Index(s[at:], f)
		if k == i {
			return at + n
		}
		at += n + len(f)
	}
	return -1
}

// plain is texts as they are compared: with straight quotation marks and single spaces.
func plain(texts []string) string {
	s := strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "‘", "'").Replace(strings.Join(texts, "\n"))
	var out []string
	for _, line := range strings.Split(s, "\n") {
		if line = strings.ReplaceAll(strings.Join(strings.Fields(line), " "), " .", "."); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

// FuzzApply makes changes of any text: what is applied says what was wanted, and nothing panics.
func FuzzApply(f *testing.F) {
	f.Add("# One\n\nThe **job** was light.\n", 8, 3, "easy")
	f.Add("# One\n\n- a *b* `c`\n- d[^1]\n\n[^1]: e\n", 0, 5, "x\u2029y")
	f.Add("> | a | b |\n> |---|---|\n> | c | d |\n", 0, 1, "|")
	f.Add("## Ask.\n+++\nkind = \"meme\"\ncard = \"Ask 'em\"\n+++\n\nx\n", 2, 9, "\"\\")
	f.Fuzz(func(t *testing.T, text string, from, n int, words string) {
		if len(text) > 4000 || len(words) > 400 {
			return
		}
		bk := bookOf(text)
		said, at := texts(bk)
		for k, s := range said {
			if from < 0 || n < 0 || from > len(s) || n > len(s)-from {
				continue
			}
			got, hunks := apply(t, text, amend.Change{Before: s[:from], Old: s[from : from+n], After: s[from+n:], New: words, Exact: true, At: at[k]})
			if hunks[0].Can() && len(hunks[0].Edits) == 0 || !hunks[0].Can() && got != string(bk.Chapters()[0].Source.Text) {
				t.Errorf("%q: %q, %v", text, got, hunks[0].Refused)
			}
		}
	})
}
