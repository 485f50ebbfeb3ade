package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"

	"codeberg.org/go-pdf/fpdf"
)

// embeddedFont is a font as it is written to a PDF: a Type0 font whose codes are mapped to glyphs by a CIDToGIDMap.
type embeddedFont struct {
	name       string // with the subset tag, escaped
	descriptor string // entries of the font descriptor, without its name and file
	widths     []byte
	toUnicode  []byte // compressed, like the fields after it
	glyphs     []byte // the CIDToGIDMap
	program    []byte
	size       int // size of the uncompressed font program
}

// FontError reports why a font cannot be embedded in a PDF.
type FontError struct {
	Name string // the font's
	Err  error
}

func (e *FontError) Error() string { return fmt.Sprintf("font %s: %v", e.Name, e.Err) }
func (e *FontError) Unwrap() error { return e.Err }

// embed subsets a font to the glyphs in use.
//
// The font does not go through fpdf's AddUTF8FontFromBytes: the widths it writes cost the cube of the length of a run
// of codes (12,000 of them take longer than ten minutes), and it asks for the fonts one after the other.
func embed(use *fontUse) (_ *embeddedFont, err error) {
	defer func() { // fpdf's subsetter does not validate the font
		if r := recover(); r != nil {
			err = fmt.Errorf("the font is damaged: %v", r)
		}
	}()
	codes := use.byCode()
	// The codes by which fpdf selects the glyphs: one for each, ascending.
	var picked []coded
	seen := map[uint16]bool{0: true} // .notdef is always included
	for _, c := range codes {
		if !seen[c.glyph] {
			seen[c.glyph] = true
			picked = append(picked, c)
		}
	}
	ttf, err := embeddable(use.font.Data, picked)
	if err != nil {
		return nil, err
	}
	runes := make([]rune, len(picked))
	glyphs := make([]uint16, len(picked), len(picked)+1)
	for i, c := range picked {
		runes[i], glyphs[i] = rune(c.code), c.glyph
	}
	program := fpdf.UTF8CutFont(ttf, string(runes))
	// fpdf keeps the glyphs' order and appends the components of composite glyphs.
	glyphs = append(glyphs, 0)
	slices.Sort(glyphs)
	if err := checkCut(program, ttf, glyphs); err != nil {
		return nil, err
	}
	cidToGID := make([]byte, 2*(int(codes[len(codes)-1].code)+1))
	for _, c := range codes {
		i, _ := slices.BinarySearch(glyphs, c.glyph)
		binary.BigEndian.PutUint16(cidToGID[2*int(c.code):], uint16(i))
	}
	descriptor, err := descriptorEntries(ttf)
	if err != nil {
		return nil, err
	}
	e := &embeddedFont{name: subsetTag(use.font.Name, codes) + "+" + escapeName(use.font.Name), descriptor: descriptor,
		widths: widths(codes), size: len(program)}
	for _, part := range []struct {
		to   *[]byte
		data []byte
	}{{&e.toUnicode, toUnicode(codes)}, {&e.glyphs, cidToGID}, {&e.program, program}} {
		if *part.to, err = deflated(part.data); err != nil {
			return nil, err
		}
	}
	return e, nil
}

// checkCut compares fpdf's subset with the original font: the i-th glyph must have the width of glyphs[i].
func checkCut(cut, ttf []byte, glyphs []uint16) error {
	from, err := tablesOf(ttf)
	if err != nil {
		return err
	}
	to, err := tablesOf(cut)
	if err != nil {
		return fmt.Errorf("cut by fpdf: %w", err)
	}
	if len(to["hmtx"]) < 4*len(glyphs) {
		return errors.New("cut by fpdf: glyphs are missing")
	}
	for i, g := range glyphs {
		if 4*int(g)+2 > len(from["hmtx"]) {
			return fmt.Errorf("glyph %d is not in the font", g)
		}
		if string(to["hmtx"][4*i:4*i+2]) != string(from["hmtx"][4*int(g):4*int(g)+2]) {
			return fmt.Errorf("cut by fpdf: glyph %d is not where it is expected", g)
		}
	}
	return nil
}

// add adds the font to a file and returns its object number.
func (e *embeddedFont) add(f *file) int {
	toUnicode := f.addStream("/Filter/FlateDecode", e.toUnicode)
	glyphs := f.addStream("/Filter/FlateDecode", e.glyphs)
	program := f.addStream(fmt.Sprintf("/Filter/FlateDecode/Length1 %d", e.size), e.program)
	descriptor := f.add(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s%s/FontFile2 %d 0 R>>", e.name, e.descriptor,
		program))
	cid := f.add(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s"+
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/CIDToGIDMap %d 0 R/W[%s]>>",
		e.name, descriptor, glyphs, e.widths))
	return f.add(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]"+
		"/ToUnicode %d 0 R>>", e.name, cid, toUnicode))
}

// The flags of a font descriptor (ISO 32000-1, table 123).
const (
	flagFixedPitch = 1 << 0
	flagSymbolic   = 1 << 2 // the font has its own codes
	flagItalic     = 1 << 6
)

// descriptorEntries derives the font descriptor from the font's tables, in 1/1000 em.
func descriptorEntries(ttf []byte) (string, error) {
	tables, err := tablesOf(ttf)
	if err != nil {
		return "", err
	}
	head, hhea, post, os2 := tables["head"], tables["hhea"], tables["post"], tables["OS/2"]
	upem := int(binary.BigEndian.Uint16(head[18:]))
	if upem == 0 {
		return "", errors.New("no units in an em")
	}
	value := func(table []byte, at int) int {
		v := int16(binary.BigEndian.Uint16(table[at:]))
		return int(math.Round(float64(v) * 1000 / float64(upem)))
	}
	ascent, weight := value(hhea, 4), 400
	capHeight := ascent
	if len(os2) >= 6 {
		weight = int(binary.BigEndian.Uint16(os2[4:]))
	}
	if len(os2) >= 90 && binary.BigEndian.Uint16(os2) >= 2 {
		capHeight = value(os2, 88)
	}
	flags := flagSymbolic
	angle := int64(int32(binary.BigEndian.Uint32(post[4:]))) // 1/65536 degree
	if angle != 0 {
		flags |= flagItalic
	}
	if binary.BigEndian.Uint32(post[12:]) != 0 {
		flags |= flagFixedPitch
	}
	b := fmt.Appendf(nil, "/Flags %d/FontBBox[%d %d %d %d]/Ascent %d/Descent %d/CapHeight %d", flags,
		value(head, 36), value(head, 38), value(head, 40), value(head, 42), ascent, value(hhea, 6), capHeight)
	b = appendDecimal(append(b, "/ItalicAngle "...), roundDiv(angle*1000, 1<<16), 3)
	// TrueType fonts do not record the width of stems; this is fpdf's estimate from the weight.
	return string(fmt.Appendf(b, "/StemV %d", 50+weight*weight/(65*65))), nil
}

// subsetTag returns the six letters that distinguish subsets of one font (ISO 32000-1, 9.6.4).
func subsetTag(name string, codes []coded) string {
	h := sha256.New()
	h.Write([]byte(name))
	var b []byte
	for _, c := range codes {
		b = binary.BigEndian.AppendUint16(b[:0], c.glyph)
		b = append(binary.BigEndian.AppendUint16(b, c.code), c.text...)
		h.Write(append(b, 0))
	}
	v := binary.BigEndian.Uint64(h.Sum(nil))
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = byte('A' + v%26)
		v /= 26
	}
	return string(tag)
}

// widths returns the array /W: runs of neighbouring codes, each with its first code and the list of its widths.
func widths(codes []coded) []byte {
	var b []byte
	for i, c := range codes {
		if i == 0 || codes[i-1].code+1 != c.code {
			if i > 0 {
				b = append(b, ']')
			}
			b = append(strconv.AppendInt(b, int64(c.code), 10), '[')
		} else {
			b = append(b, ' ')
		}
		b = strconv.AppendInt(b, int64(c.width), 10)
	}
	if len(codes) > 0 {
		b = append(b, ']')
	}
	return b
}
