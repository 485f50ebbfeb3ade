package main

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// bomb is a PDF file that is small and costs much to read.
type bomb struct {
	name string
	pdf  func() []byte
	// What each command says, mostly a limit; "": it may come to an end without.
	preflight, feedback, identify string
	long                          bool // it takes seconds, and another file reaches the same limit sooner
}

// pdfFile is a PDF file of these objects, numbered from 1; the first is the catalog.
func pdfFile(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	offsets := make([]int, len(objects))
	for i, body := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, at)
	return b.Bytes()
}

// flateStream is a stream object of compressed data.
func flateStream(entries, data string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(data))
	w.Close()
	return fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", entries, b.Len(), b.String())
}

const (
	onePage   = "<</Kids[3 0 R]/Count 1/MediaBox[0 0 400 600]>>"
	plainFont = "<</Type/Font/Subtype/Type1/BaseFont/X/Encoding/WinAnsiEncoding/FirstChar 32/Widths[500 500]>>"
)

// pageOf is a file of one page with annotations, which show what a content stream paints with the font F.
func pageOf(content, annots string, more ...string) []byte {
	return pdfFile(append([]string{"<</Type/Catalog/Pages 2 0 R>>", onePage,
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>/Annots[" + annots + "]>>",
		flateStream("", content), plainFont}, more...)...)
}

// lamps is a page of lines of words, 400 letters a line.
func lamps(n int) string {
	var b strings.Builder
	b.WriteString("BT /F 1 Tf 1.2 TL 10 590 Td\n")
	for ; n > 0; n -= 400 {
		fmt.Fprintf(&b, "(%s) Tj T*\n", strings.Repeat("lamp ", 80))
	}
	return b.String() + "ET"
}

// times repeats what f gives for the numbers from 0.
func times(n int, f func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(f(i))
	}
	return b.String()
}

// doubling is a chain of nodes that each have the next one twice.
func doubling(first, levels int, leaf string) []string {
	var objects []string
	for i := range levels {
		objects = append(objects, fmt.Sprintf("[<</Kids %d 0 R>><</Kids %[1]d 0 R>>]", first+i+1))
	}
	return append(objects, leaf)
}

// What the commands say of a limit.
const (
	values  = "8,000,000 values"
	bytesOf = "64 MB come out"
	signs   = "5,000,000 letters"
	pages   = "20,000 pages"

	pageSigns = "a page of the file has more than 1,500,000 letters"

	steps = "100,000,000 steps of work"
	loop  = "leads back into itself"
)

var bombs = []bomb{
	{name: "a node that is its own kid twice", feedback: "no page that can be read", identify: loop, pdf: func() []byte {
		return pdfFile("<</Pages 2 0 R>>", "<</Kids 3 0 R>>", "[<</Kids 3 0 R>><</Kids 3 0 R>>]")
	}},
	{name: "kids that double at each level", feedback: loop, identify: loop, pdf: func() []byte {
		return pdfFile(append([]string{"<</Pages 2 0 R>>", "<</Kids 3 0 R>>"},
			doubling(3, 50, "[<</Type/Page>>]")...)...)
	}},
	{name: "page labels that double at each level", feedback: loop, identify: loop, pdf: func() []byte {
		return pdfFile(append([]string{"<</Pages 2 0 R/PageLabels<</Kids 4 0 R>>>>", onePage, "<</Type/Page>>"},
			doubling(4, 50, "[<</Nums[0<</S/D>>]>>]")...)...)
	}},
	{name: "page labels with kids by reference", feedback: loop, identify: loop, pdf: func() []byte {
		objects := []string{"<</Pages 2 0 R/PageLabels 4 0 R>>", onePage, "<</Type/Page>>"}
		for i := range 60 {
			objects = append(objects, fmt.Sprintf("<</Kids[%d 0 R %[1]d 0 R]>>", 5+i))
		}
		return pdfFile(append(objects, "<</Nums[0<</S/D>>]>>")...)
	}},
	{name: "a megabyte before the numbers of 15,000 pages", pdf: func() []byte {
		return pdfFile("<</Pages 2 0 R/PageLabels<</Nums[0<</S/D/P 4 0 R>>]>>>>", "<</Kids["+
			strings.Repeat("<</Type/Page/Annots[<</Subtype/Text/Contents(x)/Rect[1 1 9 9]>>]>>", 15_000)+"]>>", "null",
			"("+strings.Repeat("x", 1<<20)+")")
	}},
	{name: "10,000 actions whose name is a megabyte", pdf: func() []byte {
		return pageOf(lamps(1), strings.Repeat("<</Subtype/Link/A<</S 7 0 R>>/Rect[1 1 9 9]>>", 10_000), "null", "/"+strings.Repeat("x", 1<<20))
	}},
	{name: "kids deep and already seen", feedback: loop, identify: loop, pdf: func() []byte {
		objects := []string{"<</Pages 2 0 R>>"}
		for i := range 5000 {
			objects = append(objects, fmt.Sprintf("<</Kids[%d 0 R 2 0 R %s]>>", i+3, strings.Repeat("3 0 R ", 300)))
		}
		return pdfFile(append(objects, "<</Type/Page>>")...)
	}},
	{name: "outlines in a loop", pdf: func() []byte {
		return pdfFile("<</Pages 2 0 R/Outlines 4 0 R/Names<</Dests 4 0 R>>>>", onePage, "<</Type/Page>>",
			"<</First 4 0 R/Next 4 0 R/Last 4 0 R/Kids[4 0 R 4 0 R]>>")
	}},
	{name: "20,000 pages with one large content", long: true, preflight: steps, feedback: signs, pdf: func() []byte {
		objects := []string{"<</Pages 2 0 R>>", "<</MediaBox[0 0 400 600]/Resources<</Font<</F 4 0 R>>>>/Count 20000/Kids[" +
			times(20000, func(i int) string { return fmt.Sprintf("%d 0 R ", i+5) }) + "]>>",
			flateStream("", lamps(100_000)), plainFont}
		for range 20000 {
			objects = append(objects, "<</Type/Page/Contents 3 0 R/Annots[<</Subtype/Text/Contents(x)/Rect[1 1 9 9]>>]>>")
		}
		return pdfFile(objects...)
	}},
	{name: "a page tree of 300,000 pages", preflight: pages, feedback: pages, identify: pages, pdf: func() []byte {
		return pdfFile("<</Pages 2 0 R>>", "<</Count 300000/Kids["+strings.Repeat("<</Type/Page>>", 300_000)+"]>>")
	}},
	{name: "20,000 highlights on 100,000 letters", pdf: func() []byte {
		return pageOf(lamps(100_000), times(20000, func(i int) string {
			y := 590 - float64(i%250)*1.2
			return fmt.Sprintf("<</Subtype/Highlight/Contents(c%d)/QuadPoints[%d %g %d %[3]g %[2]d %[5]g %[4]d %[5]g]>>", i, i%180, y-1,
				i%180+20, y+1)
		}))
	}},
	{name: "20,000 strokes on 100,000 letters", feedback: signs, pdf: func() []byte {
		return pageOf(lamps(100_000), times(20000, func(i int) string {
			return fmt.Sprintf("<</Subtype/Ink/Contents(c%d)/InkList[[%d %d %d %[3]d]]>>", i, i%180, 590-i%300, i%180+30)
		}))
	}},
	{name: "20,000 notes on 100,000 letters", feedback: signs, pdf: func() []byte {
		return pageOf(lamps(100_000), times(20000, func(i int) string {
			return fmt.Sprintf("<</Subtype/Text/Contents(c%d)/Rect[%d %d %d %d]>>", i, i%390, 590-i%500, i%390+9, 599-i%500)
		}))
	}},
	{name: "20,000 rings around 100,000 letters", feedback: signs, pdf: func() []byte {
		return pageOf(lamps(100_000), times(20000, func(i int) string {
			return fmt.Sprintf("<</Subtype/Circle/Contents(c%d)/Rect[0 0 400 600]>>", i)
		}))
	}},
	{name: "a page of 1,600,000 letters", feedback: pageSigns, identify: pageSigns, pdf: func() []byte {
		return pageOf(lamps(1_600_000), "<</Subtype/Text/Contents(x)/Rect[1 1 9 9]>>")
	}},
	{name: "one highlight of 8,000 quadrilaterals, 20,000 times", feedback: values, pdf: func() []byte {
		return pageOf(lamps(100_000), strings.Repeat("<</Subtype/Highlight/QuadPoints 7 0 R>>", 20000), "null",
			"["+strings.Repeat("1 590 390 590 1 1 390 1 ", 8000)+"]")
	}},
	{name: "20,000 notes that share a comment of a megabyte", feedback: signs, pdf: func() []byte {
		return pageOf(lamps(100), strings.Repeat("<</Subtype/Text/Contents 7 0 R>>", 20000), "null",
			"("+strings.Repeat("x", 1<<20)+")")
	}},
	{name: "200,000 notes", long: true, feedback: signs, pdf: func() []byte {
		return pageOf(lamps(1000), times(200000, func(i int) string {
			return fmt.Sprintf("<</Subtype/Text/Contents(%d)/Rect[1 1 9 9]>>", i)
		}))
	}},
	{name: "a line of 100,000 one-letter words", pdf: func() []byte {
		return pageOf("BT /F 1 Tf 1 500 Td ("+strings.Repeat("a ", 100_000)+") Tj ET",
			"<</Subtype/Highlight/Contents(x)/QuadPoints[0 490 60000 490 0 510 60000 510]>>")
	}},
	{name: "100,000 initials", pdf: func() []byte {
		return pageOf("BT /F 1 Tf 30 590 Td "+strings.Repeat("0 -.6 Td (a) Tj ", 20_000)+
			"ET BT /F 20000 Tf 1 1 Td "+strings.Repeat("0 -12000 Td (W) Tj ", 100)+"ET "+
			"BT /F 1 Tf 30 590 Td "+strings.Repeat("0 -12000 Td (a) Tj ", 80_000)+"ET",
			"<</Subtype/Text/Contents(x)/Rect[1 1 9 9]>>")
	}},
	{name: "a line of initials over small letters", pdf: func() []byte {
		return pageOf("BT /F 1 Tf 30 590 Td ("+strings.Repeat("a", 50_000)+") Tj ET BT /F 10 Tf 1 583 Td ("+
			strings.Repeat("W", 50_000)+") Tj ET", "<</Subtype/Text/Contents(x)/Rect[1 1 9 9]>>")
	}},
	{name: "a map of codes to 400 KB each", pdf: func() []byte {
		return pageOf("BT /F2 1 Tf <"+strings.Repeat("0001", 2000)+"> Tj ET", "<</Subtype/Text/Contents(x)/Rect[1 1 9 9]>>",
			"null", "<</Subtype/Type0/DescendantFonts[<<>>]/ToUnicode 8 0 R>>",
			flateStream("", "1 beginbfrange <0000> <FFFF> <"+strings.Repeat("0041", 100_000)+"> endbfrange"))
	}},
	{name: "a stream of 2 GB", long: true, preflight: bytesOf, identify: bytesOf, pdf: func() []byte {
		var twice bytes.Buffer
		w := zlib.NewWriter(&twice)
		for range 2 << 10 {
			w.Write(make([]byte, 1<<20))
		}
		w.Close()
		return pdfFile("<</Pages 2 0 R>>", onePage, "<</Type/Page/Contents 4 0 R>>",
			fmt.Sprintf("<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", twice.Len(), twice.String()))
	}},
	{name: "2,000,000 dictionaries", preflight: values, feedback: values, pdf: func() []byte {
		return pdfFile("<</Pages 2 0 R>>", onePage, "<</Type/Page/Annots 4 0 R>>",
			"["+strings.Repeat("<</A 1>>", 1_900_000)+"]")
	}},
	{name: "10,000,000 dictionaries in an object stream", long: true, preflight: bytesOf, feedback: bytesOf, pdf: func() []byte {
		body := "4 0 [" + strings.Repeat("<</A 1>>", 10_000_000) + "]"
		data := pdfFile("<</Pages 2 0 R>>", onePage, "<</Type/Page/Annots 6 0 R>>", "null",
			flateStream("/Type/ObjStm/N 1/First 4", strings.Replace(body, "4 0", "6 0", 1)))
		at := bytes.LastIndex(data, []byte("xref\n0"))
		at = bytes.LastIndex(data[:at+4], []byte("xref"))
		var rows bytes.Buffer
		for i := range 8 {
			switch {
			case i == 6:
				rows.Write([]byte{2, 0, 0, 0, 5, 0})
			case i == 7:
				rows.Write([]byte{1, byte(at >> 24), byte(at >> 16), byte(at >> 8), byte(at), 0})
			case i == 0:
				rows.Write([]byte{0, 0, 0, 0, 0, 0})
			default:
				o := bytes.Index(data, fmt.Appendf(nil, "\n%d 0 obj", i)) + 1
				rows.Write([]byte{1, byte(o >> 24), byte(o >> 16), byte(o >> 8), byte(o), 0})
			}
		}
		return append(data[:at:at], fmt.Sprintf("7 0 obj\n<</Type/XRef/Root 1 0 R/Size 8/W[1 4 1]/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
			rows.Len(), rows.String(), at)...)
	}},
	{name: "forms that each show the next twice", long: true, preflight: steps, feedback: steps, identify: steps, pdf: func() []byte {
		objects := []string{"<</Pages 2 0 R>>", onePage,
			"<</Type/Page/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>/Font<</F 40 0 R>>>>/Annots[<</Subtype/Text/Contents(x)>>]>>",
			flateStream("", "/X Do")}
		for i := range 35 {
			objects = append(objects, flateStream(fmt.Sprintf("/Subtype/Form/Resources<</XObject<</X %d 0 R>>>>", 6+i), "/X Do /X Do"))
		}
		return pdfFile(append(objects, "null")...)
	}},
	{name: "200,000 uses of a font that is no object", pdf: func() []byte {
		return pdfFile("<</Pages 2 0 R>>", onePage,
			"<</Type/Page/Contents 4 0 R/Annots[<</Subtype/Text/Contents(x)>>]/Resources<</Font<</F<</Subtype/Type0/ToUnicode 6 0 R/DescendantFonts[<</W 5 0 R>>]>>>>>>>>",
			flateStream("", strings.Repeat("/F 1 Tf ", 200_000)), "["+strings.Repeat("0 65535 500 ", 4)+"]",
			flateStream("", "1 beginbfrange <0000> <FFFF> <0041> endbfrange"))
	}},
	{name: "100,000 fonts that share their widths", long: true, preflight: steps, feedback: steps, identify: steps, pdf: func() []byte {
		return pdfFile("<</Pages 2 0 R>>", onePage,
			"<</Type/Page/Contents 4 0 R/Annots[<</Subtype/Text/Contents(x)>>]/Resources<</Font<<"+times(100_000, func(i int) string {
				return fmt.Sprintf("/F%d<</Subtype/Type0/DescendantFonts 5 0 R>>", i)
			})+">>>>>>", flateStream("", times(100_000, func(i int) string { return fmt.Sprintf("/F%d 1 Tf ", i) })),
			"[<</W["+strings.Repeat("0 65535 500 ", 4)+"]>>]")
	}},
	{name: "16 MB of operators", long: true, preflight: bytesOf, feedback: bytesOf, identify: bytesOf, pdf: func() []byte {
		return pageOf(strings.Repeat("q 1 0 0 1 0 0 cm /F 9 Tf (a) Tj Q ", 7_000_000), "<</Subtype/Text/Contents(x)/Rect[1 1 9 9]>>")
	}},
	{name: "100 pictures of 30 megapixels", long: true, pdf: func() []byte {
		objects := []string{"<</Pages 2 0 R>>", onePage,
			"<</Type/Page/Contents 4 0 R/Annots[<</Subtype/Text/Contents(x)>>]/Resources<</XObject<<" +
				times(100, func(i int) string { return fmt.Sprintf("/X%d %d 0 R", i, 5+i) }) + ">>>>>>",
			flateStream("", times(100, func(i int) string { return fmt.Sprintf("/X%d Do ", i) }))}
		picture := flateStream("/Subtype/Image/Width 6144/Height 5120/BitsPerComponent 8/ColorSpace/DeviceCMYK",
			strings.Repeat("\x10\x20\x30\x40", 30<<20))
		for range 100 {
			objects = append(objects, picture)
		}
		return pdfFile(objects...)
	}},
}

// What a command may take for a file under 16 MB: less than ten seconds, and twice that on a busy machine.
const (
	mostTime   = 20 * time.Second
	mostMemory = 1 << 30
)

// TestBombs holds the commands that read other people's files against small files that cost much to read: each ends in
// time and within its memory, with an exit code that says how, and what goes over the budget names the limit.
func TestBombs(t *testing.T) {
	slow(t)
	t.Parallel()
	dir := copyOfTheBook(t)
	if to := os.Getenv("OCTAVO_BOMBS"); to != "" { // to be looked at
		for _, b := range bombs {
			if err := os.WriteFile(filepath.Join(to, strings.ReplaceAll(b.name, " ", "-")+".pdf"), b.pdf(), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		t.Skip("only written")
	}
	for _, b := range bombs {
		if b.long && !long() {
			continue
		}
		t.Run(b.name, func(t *testing.T) {
			t.Parallel()
			data := b.pdf()
			if len(data) > 16<<20 {
				t.Fatalf("the file has %d bytes", len(data))
			}
			file := filepath.Join(t.TempDir(), "bomb.pdf")
			if err := os.WriteFile(file, data, 0o666); err != nil {
				t.Fatal(err)
			}
			for _, c := range []struct {
				over string
				args []string
			}{
				{b.preflight, []string{"preflight", "--profile", "ingram", file}},
				{b.feedback, []string{"feedback", file}},
				{b.identify, []string{"review", "identify", file}},
			} {
				cmd := limited(t.Context(), mostMemory, append(c.args, "-C", dir)...)
				var out, errs bytes.Buffer
				cmd.Stdout, cmd.Stderr = &out, &errs
				err := cmd.Run()
				took := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime() // others may use the machine, too
				code := cmd.ProcessState.ExitCode()
				said := errs.String()
				t.Logf("%s: %.2f s, exit %d: %.200s", c.args[0], took.Seconds(), code, said)
				if code != 0 && code != 1 || strings.Contains(said, "goroutine") {
					t.Errorf("%s: exit %d, %v\n%s", c.args[0], code, err, said)
				}
				if c.over != "" && (code != 1 || !strings.Contains(said, c.over)) {
					t.Errorf("%s: exit %d, but no limit %q is named: %.300s", c.args[0], code, c.over, said)
				}
				if took > mostTime {
					t.Errorf("%s: %v", c.args[0], took)
				}
			}
		})
	}
}
