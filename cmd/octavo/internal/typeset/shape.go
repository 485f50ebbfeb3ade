package typeset

import (
	"sync"

	gotext "github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// Face is a Font that can shape text. It may be used by many goroutines.
type Face struct {
	*font.Font
	Lang *lang.Language // of the text that is set in it

	common    [common / 64]uint64 // a bit for each common character that the font has
	fallbacks []Fallback

	pool  sync.Pool // of *shaper
	cache sync.Map  // shapeKey to *Shaped
}

// NewFace makes a Face of a font, for text in English; see [Face.Lang].
func NewFace(f *font.Font) *Face {
	face := &Face{Font: f, Lang: &lang.English}
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

type shapeKey struct {
	text     string
	features font.Features
}

// Shape turns text (left to right, in the language of the face) into glyphs in font units. Results are cached, because a
// book repeats the same words; the caller must not modify them.
func (f *Face) Shape(text string, features font.Features) *Shaped {
	key := shapeKey{text, features}
	if s, ok := f.cache.Load(key); ok {
		return s.(*Shaped)
	}
	out := f.shape(text, features)
	f.cache.Store(key, out)
	return out
}

// shape is Shape without the cache. Text that a damaged font cannot shape has no glyphs; see Font.Fault.
func (f *Face) shape(text string, features font.Features) (out *Shaped) {
	out = &Shaped{}
	defer f.Guard()
	s := f.pool.Get().(*shaper) // one that panicked is not used again
	out = s.shape(f, text, features)
	f.pool.Put(s)
	return out
}

func (s *shaper) shape(f *Face, text string, features font.Features) *Shaped {
	out := &Shaped{Glyphs: make([]page.Glyph, 0, len(text))}
	for _, r := range scriptRuns(text, f.Lang) {
		s.run(out, f, text[r.from:r.to], r, features)
	}
	return out
}

// run shapes a run of one script. The glyphs of what stands in for a character belong to that character.
func (s *shaper) run(out *Shaped, f *Face, text string, r scriptRun, features font.Features) {
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
		runes, at = append(runes, char), append(at, int32(r.from+b))
	}
	s.buf.Clear()
	s.buf.AddRunes(runes, 0, len(runes))
	s.buf.Props.Direction = harfbuzz.LeftToRight
	s.buf.Props.Script = r.script
	s.buf.Props.Language = language.NewLanguage(f.Lang.Tag)
	s.buf.Shape(s.hb, shaping(features))
	for i, info := range s.buf.Info {
		p := s.buf.Pos[i]
		out.Glyphs = append(out.Glyphs, page.Glyph{ID: uint16(info.Glyph), At: at[info.Cluster], Advance: int32(p.XAdvance),
			DX: int32(p.XOffset), DY: int32(p.YOffset)})
		out.Width += int(p.XAdvance)
	}
}
