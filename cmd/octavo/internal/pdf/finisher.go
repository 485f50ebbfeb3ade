package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"

	"octavo/cmd/octavo/internal/typeset"
)

func fontName(i int) string    { return "/F" + strconv.Itoa(i+1) }
func pictureName(i int) string { return "/I" + strconv.Itoa(i+1) }

// finish makes of fpdf's objects the file that is written.
func finish(f *file, doc *typeset.Document, u *uses, contents [][]byte) error {
	if got, want := len(f.objects), fontObject(doc, len(u.fonts))+2; got != want {
		return layoutError("%d objects instead of %d", got, want)
	}
	for i, use := range u.fonts {
		if err := finishFont(f, fontObject(doc, i), i, use); err != nil {
			return err
		}
	}
	resources := "<</ProcSet[/PDF/Text/ImageB/ImageC/ImageI]"
	if len(u.fonts) > 0 {
		resources += "/Font<<"
		for i := range u.fonts {
			resources += fmt.Sprintf("%s %d 0 R", fontName(i), fontObject(doc, i))
		}
		resources += ">>"
	}
	if len(u.pictures) > 0 {
		resources += "/XObject<<"
		for i, p := range u.pictures {
			resources += fmt.Sprintf("%s %d 0 R", pictureName(i), p.samples.add(f))
		}
		resources += ">>"
	}
	f.set(resourcesObject, resources+">>")
	if err := finishPages(f, doc, u, contents); err != nil {
		return err
	}
	return finishCatalog(f, doc, u)
}

// finishPages gives the pages their boxes, contents and links.
func finishPages(f *file, doc *typeset.Document, u *uses, contents [][]byte) error {
	var b []byte
	var kids bytes.Buffer
	for i, page := range doc.Pages {
		n := pageObject(i)
		if !bytes.HasPrefix(f.objects[n].body, []byte("<</Type /Page\n")) || !f.objects[n+1].isData {
			return layoutError("object %d is not page %d", n, i+1)
		}
		annotations, err := addLinks(f, doc.Pages, i, u)
		if err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
		b = fmt.Appendf(b[:0], "<</Type/Page/Parent %d 0 R", pagesObject)
		for _, box := range []string{"/MediaBox", "/CropBox", "/TrimBox"} {
			b = append(append(b, box...), "[0 0 "...)
			b = append(appendDecimal(b, int64(toMilli(page.Width)), 3), ' ')
			b = append(appendDecimal(b, int64(toMilli(page.Height)), 3), ']')
		}
		b = fmt.Appendf(b, "/Resources %d 0 R/Contents %d 0 R%s>>", resourcesObject, n+1, annotations)
		f.set(n, string(b))
		f.setStream(n+1, "/Filter/FlateDecode", contents[i])
		fmt.Fprintf(&kids, "%d 0 R ", n)
	}
	f.set(pagesObject, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(doc.Pages),
		bytes.TrimRight(kids.Bytes(), " ")))
	return nil
}

// finishFont gives a font its name with a subset's tag, the widths of the private codes, and what these stand for.
func finishFont(f *file, n, i int, use *fontUse) error {
	placeholder := []byte("/utf8" + family(i))
	for _, part := range []int{fontType0, fontCID, fontDescriptor} {
		if !bytes.Contains(f.objects[n+part].body, placeholder) {
			return layoutError("object %d is no part of font %s", n+part, use.font.Name)
		}
	}
	for _, part := range []int{fontToUnicode, fontCIDToGID, fontProgram} {
		if !f.objects[n+part].isData {
			return layoutError("object %d is no stream of font %s", n+part, use.font.Name)
		}
	}
	codes := use.byCode()
	name := "/" + subsetTag(use.font.Name, codes) + "+" + escapeName(use.font.Name)
	f.set(n+fontType0, fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H"+
		"/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", name, n+fontCID, n+fontToUnicode))
	f.set(n+fontCID, fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont%s/CIDSystemInfo %d 0 R"+
		"/FontDescriptor %d 0 R/CIDToGIDMap %d 0 R/W[%s]>>",
		name, n+fontSystemInfo, n+fontDescriptor, n+fontCIDToGID, widths(codes)))
	f.objects[n+fontDescriptor].body = bytes.Replace(f.objects[n+fontDescriptor].body, placeholder, []byte(name), 1)
	data, err := deflated(toUnicode(codes))
	if err != nil {
		return err
	}
	f.setStream(n+fontToUnicode, "/Filter/FlateDecode", data)
	return nil
}

// subsetTag is the six letters that tell subsets of one font apart (ISO 32000-1, 9.6.4).
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

// widths is the array /W: runs of neighbouring codes, each with its first code and the list of its widths.
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
