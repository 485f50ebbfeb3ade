package feedback

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// annotated returns a file of six pages with 24 remarks, each an object of its own. It is written in one go; packed puts all
// objects that can be into an object stream.
func annotated(packed bool) []byte {
	const pages, each = 6, 4
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", ""}
	var kids strings.Builder
	add := func(body string) int {
		objects = append(objects, body)
		return len(objects)
	}
	font := add("<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>")
	for p := range pages {
		var annots strings.Builder
		for i := range each {
			n := add(fmt.Sprintf("<</Type/Annot/Subtype/Highlight/Rect[50 %d 90 %d]/T(Ann)/Contents(remark %d.%d)/QuadPoints[50 %[2]d 90 %[2]d 50 %[1]d 90 %[1]d]>>",
				500-12*i, 508-12*i, p, i))
			fmt.Fprintf(&annots, "%d 0 R ", n)
		}
		content := add(deflated("", "BT /F 10 Tf 12 TL 50 500 Td "+strings.Repeat("(the words of the page) Tj T* ", each)+"ET"))
		fmt.Fprintf(&kids, "%d 0 R ", add(fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R/Resources<</Font<</F %d 0 R>>>>/Annots[%s]>>",
			content, font, annots.String())))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/MediaBox[0 0 400 600]/Kids[%s]>>", pages, kids.String())
	if packed {
		return packedFile(objects)
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var table strings.Builder
	for i, body := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Root 1 0 R/Size %[1]d>>\nstartxref\n%[3]d\n%%%%EOF\n",
		len(objects)+1, table.String(), b.Len())
	return b.Bytes()
}

func deflated(entries, data string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(data))
	w.Close()
	return fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", entries, b.Len(), b.String())
}

// packedFile writes objects into an object stream, but for streams, with a cross-reference stream.
func packedFile(objects []string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	var head, body strings.Builder
	rows := make([][4]byte, len(objects)+3)
	row := func(n, kind, where, index int) {
		rows[n] = [4]byte{byte(kind), byte(where >> 8), byte(where), byte(index)}
	}
	count := 0
	for i, o := range objects {
		if strings.HasSuffix(o, "endstream") {
			row(i+1, 1, b.Len(), 0)
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
			continue
		}
		row(i+1, 2, len(objects)+1, count)
		fmt.Fprintf(&head, "%d %d ", i+1, body.Len())
		body.WriteString(o + " ")
		count++
	}
	row(len(objects)+1, 1, b.Len(), 0)
	fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(objects)+1,
		deflated(fmt.Sprintf("/Type/ObjStm/N %d/First %d", count, head.Len()), head.String()+body.String()))
	at := b.Len()
	row(len(objects)+2, 1, at, 0)
	var table strings.Builder
	for _, r := range rows {
		table.Write(r[:])
	}
	fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", len(objects)+2,
		deflated(fmt.Sprintf("/Type/XRef/Root 1 0 R/Size %d/W[1 2 1]", len(rows)), table.String()), at)
	return b.Bytes()
}

// damaged returns a file with one piece of it spoilt, in the way and at the place that r picks.
func damaged(r *rand.Rand, data []byte) ([]byte, string) {
	at := r.IntN(len(data))
	out := bytes.Clone(data)
	n := min(1+r.IntN(60), len(data)-at)
	switch r.IntN(6) {
	case 0:
		out[at] ^= 1 << r.IntN(8)
		return out, fmt.Sprintf("a bit of byte %d turned", at)
	case 1:
		out[at] = byte(r.IntN(256))
		return out, fmt.Sprintf("byte %d changed", at)
	case 2:
		clear(out[at : at+n])
		return out, fmt.Sprintf("%d bytes from %d on cleared", n, at)
	case 3:
		return append(out[:at], data[at+n:]...), fmt.Sprintf("%d bytes from %d on taken out", n, at)
	case 4:
		return out[:at], fmt.Sprintf("cut off at %d", at)
	}
	return append(out[:at:at], append([]byte(strings.Repeat("\n", n)), data[at:]...)...), fmt.Sprintf("%d bytes put in at %d", n, at)
}

// TestDamaged damages files with remarks: all of them come out, or something says that they may not.
func TestDamaged(t *testing.T) {
	updated, _ := annotate(t, annotated(false), annotation{1, "/Subtype/Text/Rect[50 500 60 510]/Contents(one more)"},
		annotation{4, "/Subtype/Text/Rect[50 500 60 510]/Contents(and one more)"})
	for _, c := range []struct {
		name string
		data []byte
		all  int
	}{{"plain", annotated(false), 24}, {"packed", annotated(true), 24}, {"updated", updated, 26}} {
		f, err := Read(t.Context(), c.name, c.data, Subject{}, nil)
		if err != nil || len(f.Remarks) != c.all || len(f.Lost) > 0 {
			t.Fatalf("%s: %v, %+v", c.name, err, f)
		}
		told, noted, fine := 0, 0, 0
		for seed := range uint64(150) {
			data, how := damaged(rand.New(rand.NewPCG(18, seed)), c.data)
			f, err := Read(context.Background(), c.name, data, Subject{}, nil)
			switch {
			case err != nil || len(f.Lost) > 0:
				told++
			case strings.Contains(strings.Join(f.Notes, " "), "on no page"):
				noted++
			case len(f.Remarks) < c.all:
				t.Errorf("%s, %s: %d of %d remarks, and nothing is said", c.name, how, len(f.Remarks), c.all)
			default:
				fine++
			}
		}
		t.Logf("%s: %d told, %d noted, %d with all remarks", c.name, told, noted, fine)
	}
}

// TestMended spoils what other readers mend, too: every remark comes out, on the words that it is on, and nothing is said to be lost.
func TestMended(t *testing.T) {
	replaced := func(old, new string) func([]byte) []byte {
		return func(data []byte) []byte { return bytes.ReplaceAll(data, []byte(old), []byte(new)) }
	}
	matched := func(pattern, new string) func([]byte) []byte {
		return func(data []byte) []byte { return regexp.MustCompile(pattern).ReplaceAll(data, []byte(new)) }
	}
	for name, c := range map[string]struct {
		spoil  func([]byte) []byte
		packed bool // the file that keeps objects in streams can be spoilt so, too
	}{
		"startxref leads elsewhere": {matched(`startxref\n\d+`, "startxref\n99"), true},
		"startxref leads outside":   {matched(`startxref\n\d+`, "startxref\n99999999"), true},
		"startxref is negative":     {matched(`startxref\n\d+`, "startxref\n-7"), true},
		"no startxref":              {matched(`startxref(?s).*`, ""), true},
		"no end of the file":        {replaced("%%EOF", ""), true},
		"something before":          {func(data []byte) []byte { return append([]byte("HTTP/1.1 200 OK\r\n\r\n"), data...) }, true},
		"much before":               {func(data []byte) []byte { return append(bytes.Repeat([]byte("x\n"), 1500), data...) }, true},
		"something behind":          {func(data []byte) []byte { return append(data, bytes.Repeat([]byte("<p>sent by mail</p>\n"), 99)...) }, true},
		"zeros behind":              {func(data []byte) []byte { return append(data, make([]byte, 5000)...) }, true},
		"a header cut off":          {matched(`^%PDF-1..`, ""), true},
		"a line put in":             {replaced("\n1 0 obj", "\n% kept by a portal\n1 0 obj"), false},
		"lines of another system":   {replaced("endobj\n", "endobj\r\n"), true},
		"no endobj":                 {replaced("\nendobj", ""), true},
		"no endstream":              {replaced("\nendstream", ""), true},
		"lengths of nothing":        {matched(`/Length \d+`, "/Length 0"), true},
		"lengths beyond the file":   {matched(`/Length \d+`, "/Length 999999"), true},
		"no lengths":                {matched(`/Length \d+`, ""), true},
		"twice":                     {func(data []byte) []byte { return append(append(bytes.Clone(data), '\n'), data...) }, true},
		"no trailer":                {replaced("trailer", "traitor"), false},
		"no root":                   {replaced("/Root", "/Boot"), false},
		"sections in a circle":      {matched(`/Size (\d+)>>\nstartxref\n(\d+)`, "/Size $1/Prev $2>>\nstartxref\n$2"), false},
		"a section that is gone":    {matched(`/Size (\d+)`, "/Size $1/Prev 7"), false},
		"places that are off":       {matched(`0(\d{8})\d 00000 n`, "0${1}7 00000 n"), false},
		"places that are nowhere":   {matched(`\d{10} 00000 n`, "0000000000 00000 n"), false},
		"numbers from 1":            {matched(`xref\n0 (\d+)`, "xref\n1 $1"), false},
		"a table too short":         {matched(`xref\n0 \d+`, "xref\n0 5"), false},
		"a table too long":          {matched(`xref\n0 \d+`, "xref\n0 99"), false},
		"lines of 19 bytes":         {replaced(" n \n", " n\n"), false},
		"no table":                  {matched(`xref\n0 (?s)[^t]*trailer`, "trailer"), false},
		"a catalog without type":    {replaced("/Type/Catalog", ""), false},
		"pages without type":        {matched(`/Type/Pages?/`, "/"), false},
		"no pages counted":          {matched(`/Count \d+`, "/Count 0"), false},
		"too many pages counted":    {matched(`/Count \d+`, "/Count 9999"), false},
		"kids that are null":        {replaced("/Kids[", "/Kids[null "), false},
		"kids that are something":   {replaced("/Kids[", "/Kids[7 (x) [1 2] /N "), false},
		"no kids":                   {replaced("/Kids[", "/Kinds["), false},
		"no tree of pages":          {replaced("/Pages 2 0 R", ""), false},
	} {
		for _, packed := range []bool{false, true} {
			if packed && !c.packed {
				continue
			}
			f, err := Read(t.Context(), name, c.spoil(annotated(packed)), Subject{}, nil)
			if err != nil {
				t.Errorf("%s (packed %v): %v", name, packed, err)
				continue
			}
			right := 0
			for i := range f.Remarks {
				if r := &f.Remarks[i]; strings.HasPrefix(r.Seen.Words, "the w") && r.Reader == "Ann" {
					right++
				}
			}
			if right != 24 || len(f.Lost) > 0 {
				t.Errorf("%s (packed %v): %d of 24 remarks; lost %q, %q", name, packed, right, f.Lost, f.Notes)
			}
		}
	}
}

// TestDeleted takes a remark off its page and leaves its object in the file, as programs do that save by adding: what is
// left is read, and nothing is lost. In a damaged file it may be.
func TestDeleted(t *testing.T) {
	data := annotated(false)
	at := bytes.Index(data, []byte("/Annots[")) + len("/Annots[")
	end := at + bytes.IndexByte(data[at:], 'R') + 1
	data = slices.Concat(data[:at], bytes.Repeat([]byte(" "), end-at), data[end:])
	f, err := Read(t.Context(), "x.pdf", data, Subject{}, nil)
	if err != nil || len(f.Remarks) != 23 || len(f.Lost) > 0 || len(f.Notes) != 1 || !strings.HasPrefix(f.Notes[0], "1 remark in it on no page") {
		t.Errorf("%v, %d remarks, lost %q, notes %q", err, len(f.Remarks), f.Lost, f.Notes)
	}
	f, err = Read(t.Context(), "x.pdf", bytes.Replace(data, []byte("\n5 0 obj"), []byte("\n5 x obj"), 1), Subject{}, nil)
	if err != nil || len(f.Lost) == 0 {
		t.Errorf("damaged: %v, lost %q, notes %q", err, f.Lost, f.Notes)
	}
}

// TestTooManyRemarks cuts a file of more remarks than are read, and says so.
func TestTooManyRemarks(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	text := "page,line,comment\n" + strings.Repeat("1,1,x\n", maxRemarks)
	for more, lost := range map[string]int{"": 0, "2,2,y\n": 1} {
		f, err := Read(t.Context(), "x.csv", []byte(text+more), Subject{}, nil)
		if err != nil || len(f.Remarks) != maxRemarks || len(f.Lost) != lost {
			t.Errorf("%v: %d remarks, %q", err, len(f.Remarks), f.Lost)
		}
	}
}
