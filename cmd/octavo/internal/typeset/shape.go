package typeset

import (
	"slices"
	"sync"
	"unicode/utf8"

	gotext "github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"octavo/cmd/octavo/internal/bidi"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// Face is a Font that can shape text. It may be used by many goroutines.
type Face struct {
	*font.Font
	Lang *lang.Language // of the text that is set in it

	foreign *foreign // nil: Lang is the book's language
	others  sync.Map // *lang.Language to the *Face for words in it

	common    [common / 64]uint64 // a bit for each common character that the font has
	fallbacks []Fallback

	pool   sync.Pool // of *shaper
	words  wordTable
	joined sync.Map // shapeKey to *shapedWord: text written from the right, or with neighbours
	pairs  sync.Map // pairKey to *pairTable

	apart      sync.Once // for lettersApart
	lacksSmall bool
}

// NewFace makes a Face of a font, for text in English; see [Face.Lang].
func NewFace(f *font.Font) *Face {
	face := &Face{Font: f, Lang: lang.English()}
	face.pool.New = func() any {
		face := gotext.NewFace(f.Parsed)
		return &shaper{face: face, hb: harfbuzz.NewFont(face), buf: harfbuzz.NewBuffer()}
	}
	face.mapCommon()
	return face
}

// LoadFace reads a TrueType font and makes a Face of it; see font.New.
func LoadFace(name string, data []byte) (*Face, error) {
	f, err := font.New(name, data)
	if err != nil {
		return nil, err
	}
	return NewFace(f), nil
}

// shaper holds the state that one goroutine needs to shape; go-text's face and buffer are not safe for concurrent use.
type shaper struct {
	face *gotext.Face
	hb   *harfbuzz.Font
	buf  *harfbuzz.Buffer
}

// shaping returns features in HarfBuzz's form.
func shaping(fs font.Features) []harfbuzz.Feature {
	var out []harfbuzz.Feature
	for _, t := range font.Tags {
		if fs&t.Feature != 0 {
			out = append(out, harfbuzz.Feature{Tag: ot.MustNewTag(t.Tag), Value: t.Value,
				Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd})
		}
	}
	return out
}

// Shaped is shaped text: its glyphs, in font units.
type Shaped struct {
	Glyphs []page.Glyph // Advance, DX and DY in font units
	Width  int          // sum of the advances
}

// shapeKey is what the glyphs of a text in a face depend on.
type shapeKey struct {
	text     string
	features font.Features
	right    bool // it is written from the right to the left
	neighbours
}

// neighbours are what stands right before and after a text that is part of a word: in Arabic the forms of its letters depend on it.
type neighbours struct{ before, after string }

// Shape turns text in the language of the face into glyphs in font units, which follow each other from the left to the right: the
// runs of a text of two directions as they stand on a line. Results are cached, because a book repeats the same words; the
// caller must not modify them.
func (f *Face) Shape(text string, features font.Features) *Shaped {
	if !bidi.Has(text) {
		return f.shaped(shapeKey{text: text, features: features})
	}
	base := bidi.LeftToRight
	if f.Lang.RightToLeft() {
		base = bidi.RightToLeft
	}
	runs := bidi.Runs(text, base)
	levels := make([]bidi.Level, len(runs))
	for i, r := range runs {
		levels[i] = r.Level
	}
	out := &Shaped{}
	for _, i := range bidi.Order(levels) {
		r := runs[i]
		one := f.shaped(shapeKey{text: text[r.From:r.To], features: features, right: r.Level.IsRight()})
		for _, g := range one.Glyphs {
			g.At += int32(r.From)
			out.Glyphs = append(out.Glyphs, g)
		}
		out.Width += one.Width
	}
	return out
}

// shaped returns the glyphs of a text of one direction.
func (f *Face) shaped(key shapeKey) *Shaped { return &f.word(key).Shaped }

// word returns what is known of a text of one direction.
func (f *Face) word(key shapeKey) *shapedWord {
	if key.right || key.neighbours != (neighbours{}) {
		if w, ok := f.joined.Load(key); ok {
			return w.(*shapedWord)
		}
		w := &shapedWord{Shaped: f.shape(key), text: key.text, features: key.features}
		f.joined.Store(key, w)
		return w
	}
	hash := hashOf(key.text, key.features)
	if w := f.words.find(hash, key.text, key.features); w != nil {
		return w
	}
	return f.words.add(&shapedWord{Shaped: f.shape(key), text: key.text, features: key.features, hash: hash})
}

// shape returns the glyphs of a part of a span's text, which stands on a line alone where a word is divided.
func (s *Span) shape(text string) *Shaped {
	return s.Font.shaped(shapeKey{text: text, features: s.Features, right: s.level.IsRight()})
}

// word returns what is known of a chunk of a span, in the forms that the letters of its word in the spans beside it ask for.
func (s *Span) word(from, to int32) *shapedWord {
	key := shapeKey{text: s.Text[from:to], features: s.Features, right: s.level.IsRight()}
	if from == 0 {
		key.before = s.joins.before
	}
	if int(to) == len(s.Text) {
		key.after = s.joins.after
	}
	return s.Font.word(key)
}

// shape is shaped without the cache. Text that a damaged font cannot shape has no glyphs; see Font.Fault.
func (f *Face) shape(key shapeKey) (out Shaped) {
	defer f.Guard()
	if !key.right {
		if out, ok := f.byPairs(key.text, key.features); ok {
			return out
		}
	}
	return f.byShaper(key)
}

// byShaper returns the glyphs that HarfBuzz sets a text with.
func (f *Face) byShaper(key shapeKey) Shaped {
	s := f.pool.Get().(*shaper) // one that panicked is not used again
	out := s.shape(f, key)
	f.pool.Put(s)
	return out
}

func (s *shaper) shape(f *Face, key shapeKey) Shaped {
	out := Shaped{Glyphs: make([]page.Glyph, 0, len(key.text))}
	runs := scriptRuns(key.text, f.Lang)
	if key.right {
		slices.Reverse(runs)
	}
	for _, r := range runs {
		s.run(&out, f, key, r)
	}
	return out
}

// run shapes a run of one script. The glyphs of what stands in for a character belong to that character.
func (s *shaper) run(out *Shaped, f *Face, key shapeKey, r scriptRun) {
	text := key.text[r.from:r.to]
	small := key.features&(font.SmallCaps|font.AllSmallCaps) != 0
	dotted := small && f.dotted()
	unlocal := small && f.lettersApart(s)
	runes := make([]rune, 0, len(text))
	at := make([]int32, 0, len(text)) // byte offset of each rune
	for b, char := range text {
		if !f.has(char) {
			if other := f.standIn(char); other != "" {
				for _, one := range other {
					runes, at = append(runes, one), append(at, int32(r.from+b))
				}
				continue
			}
		}
		if dotted {
			char = capitalI(char)
		}
		runes, at = append(runes, char), append(at, int32(r.from+b))
	}
	s.buf.Clear()
	if key.right {
		before, n := []rune(key.before+key.text[:r.from]), len(runes)
		s.buf.AddRunes(append(append(before, runes...), []rune(key.text[r.to:]+key.after)...), len(before), n)
		for i := range s.buf.Info {
			s.buf.Info[i].Cluster -= len(before)
		}
		s.buf.Props.Direction = harfbuzz.RightToLeft
	} else {
		s.buf.AddRunes(runes, 0, len(runes))
		s.buf.Props.Direction = harfbuzz.LeftToRight
	}
	s.buf.Props.Script = r.script
	s.buf.Props.Language = language.NewLanguage(f.Lang.Tag)
	wanted := shaping(key.features)
	if dotted {
		wanted = append(wanted, smallI(text, runes)...)
	}
	if unlocal {
		wanted = append(wanted, commonForms)
	}
	s.buf.Shape(s.hb, wanted)
	first := len(out.Glyphs)
	for i, info := range s.buf.Info {
		p := s.buf.Pos[i]
		out.Glyphs = append(out.Glyphs, page.Glyph{ID: uint16(info.Glyph), At: at[info.Cluster], Advance: int32(p.XAdvance),
			DX: int32(p.XOffset), DY: int32(p.YOffset)})
		out.Width += int(p.XAdvance)
	}
	if key.right {
		marksLast(out.Glyphs[first:])
		f.joiners(out.Glyphs[first:], key.text)
	}
}

// joiners sets the joiners and non-joiners of a text in the font's own glyphs without a width, where the shaper has a space that
// takes none: who copies the text would have a space inside the word.
func (f *Face) joiners(glyphs []page.Glyph, text string) {
	for i := range glyphs {
		g := &glyphs[i]
		if g.Advance != 0 || g.ID != f.SpaceGlyph {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(text[g.At:]); unseen(r) && f.has(r) && f.Advance(f.Glyph(r)) == 0 {
			g.ID = f.Glyph(r)
		}
	}
}

// marksLast puts a letter before the marks on it, which the shaper has before it in text that is written from the right. So who
// copies the text out of a page has them in the order in which they are written.
func marksLast(glyphs []page.Glyph) {
	for from := 0; from < len(glyphs); {
		to := from
		for to+1 < len(glyphs) && glyphs[to+1].At == glyphs[from].At {
			to++
		}
		letter, marks := glyphs[to], glyphs[from:to]
		if len(marks) > 0 && !slices.ContainsFunc(marks, func(g page.Glyph) bool { return g.Advance != 0 }) {
			for i := range marks {
				marks[i].DX -= letter.Advance
			}
			slices.Reverse(marks)
			copy(glyphs[from+1:to+1], marks)
			glyphs[from] = letter
		}
		from = to + 1
	}
}
