package cos

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/ascii85"
	"errors"
	"fmt"
	"strings"
	"testing"
)

func deflate(data string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(data))
	w.Close()
	return b.String()
}

// classic returns a file with a table: the objects' bodies from number 1 on, the first of them the root.
func classic(bodies ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	table := fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(bodies)+1)
	for i, body := range bodies {
		table += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	fmt.Fprintf(&b, "%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", table, len(bodies)+1, b.Len())
	return b.Bytes()
}

func stream(entries, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
}

// modern returns a file with an object stream and a cross-reference stream: object 1 is the root and packed, and so is 2, the
// text "packed"; 3 is the object stream, 4 the cross-reference stream.
func modern(xrefEntries string, encode func(string) string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	one, two := "<</Type/Catalog/Note 2 0 R>>", "(packed)"
	head := fmt.Sprintf("1 0 2 %d ", len(one)+1)
	at3 := b.Len()
	fmt.Fprintf(&b, "3 0 obj\n%s\nendobj\n", stream(fmt.Sprintf("/Type/ObjStm/N 2/First %d/Filter/FlateDecode", len(head)),
		deflate(head+one+" "+two)))
	at4 := b.Len()
	var rows strings.Builder
	for _, e := range [][3]int{{0, 0, 255}, {2, 3, 0}, {2, 3, 1}, {1, at3, 0}, {1, at4, 0}} {
		rows.Write([]byte{byte(e[0]), byte(e[1] >> 8), byte(e[1]), byte(e[2])})
	}
	fmt.Fprintf(&b, "4 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n",
		stream("/Type/XRef/Size 5/Root 1 0 R/W[1 2 1]"+xrefEntries, encode(rows.String())), at4)
	return b.Bytes()
}

// upward applies PNG's filter 2 on rows of n bytes.
func upward(n int) func(string) string {
	return func(data string) string {
		var out []byte
		above := make([]byte, n)
		for i := 0; i < len(data); i += n {
			out = append(out, 2)
			for k := range n {
				out = append(out, data[i+k]-above[k])
			}
			copy(above, data[i:i+n])
		}
		return deflate(string(out))
	}
}

func TestFiles(t *testing.T) {
	plain := func(s string) string { return s }
	hybrid := func() []byte {
		// An old reader sees only object 3; a new one finds 1 and 2 through the stream that the trailer names.
		m := modern("", plain)
		m = m[:bytes.LastIndex(m, []byte("startxref"))]
		at := bytes.Index(m, []byte("4 0 obj"))
		table := fmt.Sprintf("xref\n0 1\n0000000000 65535 f \n3 1\n%010d 00000 n \ntrailer\n<</Size 5/Root 1 0 R/XRefStm %d>>\nstartxref\n%d\n%%%%EOF",
			bytes.Index(m, []byte("3 0 obj")), at, len(m))
		return append(m, table...)
	}()
	updated := func() []byte {
		c := classic("<</Type/Catalog/Note 2 0 R>>", "(old)")
		old := bytes.Index(c, []byte("xref\n"))
		at := len(c)
		c = append(c, "2 0 obj\n(packed)\nendobj\n"...)
		return append(c, fmt.Sprintf("xref\n2 1\n%010d 00000 n \ntrailer\n<</Size 3/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF",
			at, old, len(c))...)
	}()
	for name, data := range map[string][]byte{
		"table":                classic("<</Type/Catalog/Note 2 0 R>>", "(packed)"),
		"reference to another": classic("<</Type/Catalog/Note 3 0 R>>", "(packed)", "2 0 R"),
		"junk before":          append([]byte("junk\n"), classic("<</Type/Catalog/Note 2 0 R>>", "(packed)")...),
		"junk after":           append(classic("<</Type/Catalog/Note 2 0 R>>", "(packed)"), "\n\n\x00\x00"...),
		"streams":              modern("", plain),
		"index":                modern("/Index[0 2 2 3]", plain),
		"predictor":            modern("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>", upward(4)),
		"predictor in arrays":  modern("/Filter[/FlateDecode]/DecodeParms[<</Predictor 15/Columns 4>>]", upward(4)),
		"hybrid":               hybrid,
		"updated":              updated,
	} {
		f, err := Open(context.Background(), data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if s, ok := f.Text(f.Dict(f.Trailer["Root"])["Note"]); s != "packed" || !ok {
			t.Errorf("%s: got %q", name, s)
		}
		if d := f.Damage(); len(d) > 0 {
			t.Errorf("%s: %v", name, d)
		}
		if streams := bytes.Contains(data, []byte("ObjStm")); f.ObjectStreams != streams || f.XrefStreams != streams || f.Encrypted {
			t.Errorf("%s: streams %v %v, encrypted %v", name, f.ObjectStreams, f.XrefStreams, f.Encrypted)
		}
		if (f.Updates > 0) != (name == "updated") {
			t.Errorf("%s: %d updates", name, f.Updates)
		}
	}
}

func TestBrokenFiles(t *testing.T) {
	good := string(classic("<</Type/Catalog/Pages<<>>>>"))
	for text, want := range map[string]string{
		"":                           "not a PDF",
		"hello":                      "not a PDF",
		"%PDF-1.4\nhello":            "no startxref",
		"%PDF-1.4\nstartxref\n99999": "startxref leads nowhere",
		"%PDF-1.4\nstartxref\nx":     "too little of it is left",
		"%PDF-1.4\nstartxref\n0":     "there is no object at byte 0",
	} {
		f, err := Open(context.Background(), []byte(text))
		if err == nil {
			t.Errorf("%.60q is taken: %v", text, f.Trailer)
		} else if !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q\ngot  %v\nwant %s", text, err, want)
		}
	}
	for text, want := range map[string]string{
		strings.Replace(good, "trailer", "traitor", 1):          "has no beginning",
		strings.Replace(good, "00000 n", "00000 x", 1):          "entry of the table is broken",
		strings.Replace(good, "0 2\n", "0 999999999\n", 1):      "has no beginning",
		strings.Replace(good, "<</Size", "[/Size", 1):           "an array is never closed",
		string(modern("/W[1 2 99]", strings.Clone)):             "impossible widths",
		string(modern("/W[]", strings.Clone)):                   "without widths",
		string(modern("/Index[0 -1]", strings.Clone)):           "impossible index",
		string(modern("/Filter/NoSuch", strings.Clone)):         `no filter "NoSuch"`,
		string(modern("/Type/Other", strings.Clone)):            "no cross-reference section",
		string(modern("/Filter/FlateDecode", strings.Clone)):    "no zlib data",
		good[:strings.Index(good, "startxref")]:                 "no startxref",
		strings.Replace(good, "startxref\n", "startxref\n9", 1): "startxref leads nowhere",
		good[5:]: "its beginning is gone",
	} {
		f, err := Open(context.Background(), []byte(text))
		if err != nil {
			t.Errorf("%.60q: %v", text, err)
			continue
		}
		if f.Repaired == nil || !strings.Contains(f.Repaired.Error(), want) {
			t.Errorf("%.60q\ngot  %v\nwant %s", text, f.Repaired, want)
		}
		if f.Dict(f.Trailer["Root"])["Type"] != Name("Catalog") {
			t.Errorf("%.60q: its root is %v", text, f.Trailer["Root"])
		}
		for _, err := range f.Damage() {
			if !errors.Is(err, ErrMended) {
				t.Errorf("%.60q: %v", text, err)
			}
		}
	}
	if _, err := Open(context.Background(), []byte("hello")); !errors.Is(err, ErrNoPDF) {
		t.Error(err)
	}
}

// What is damaged is null, is told, and nothing runs forever.
func TestDamage(t *testing.T) {
	chain := []string{"<</Type/Catalog/Note 2 0 R>>"}
	for i := range 5000 { // every stream's length is the next stream
		chain = append(chain, fmt.Sprintf("<</Length %d 0 R>>\nstream\nx\nendstream", i+3))
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"circle":       {classic("<</Type/Catalog/Note 2 0 R>>", "3 0 R", "2 0 R"), "run in a circle"},
		"itself":       {classic("<</Type/Catalog/Note 2 0 R>>", "<</Length 2 0 R>>\nstream\nx\nendstream"), "length of its stream is wrong"},
		"chain":        {classic(chain...), "hangs on too many others"},
		"broken":       {classic("<</Type/Catalog/Note 2 0 R>>", "<</A"), "object 2"},
		"wrong number": {bytes.Replace(classic("<</Type/Catalog/Note 2 0 R>>", "(x)"), []byte("2 0 obj"), []byte("7 0 obj"), 1), "object 7 stands there"},
		"no end":       {classic("<</Type/Catalog/Note 2 0 R>>", "<</Length 99999>>\nstream\nx"), "length of its stream is wrong"},
		"no stream":    {bytes.Replace(modern("", strings.Clone), []byte("/ObjStm"), []byte("/ObjStn"), 1), "3 is no object stream"},
	} {
		f, err := Open(context.Background(), c.data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		f.Resolve(f.Dict(f.Trailer["Root"])["Note"])
		if got := fmt.Sprint(f.Damage()); !strings.Contains(got, c.want) {
			t.Errorf("%s\ngot  %s\nwant %s", name, got, c.want)
		}
	}
	// A reference to nothing is null, and no damage (7.3.10).
	f, err := Open(context.Background(), classic("<</Type/Catalog/Note 9 0 R>>"))
	if err != nil || f.Resolve(f.Dict(f.Trailer["Root"])["Note"]) != nil || f.Damage() != nil {
		t.Error(err, f.Damage())
	}
}

func TestFilters(t *testing.T) {
	var a85 bytes.Buffer
	w := ascii85.NewEncoder(&a85)
	w.Write([]byte("hello, hello"))
	w.Close()
	for name, c := range map[string]struct{ entries, data, want string }{
		"none":       {"", "hello", "hello"},
		"flate":      {"/Filter/FlateDecode", deflate("hello"), "hello"},
		"short name": {"/Filter/Fl", deflate("hello"), "hello"},
		"hex":        {"/Filter/ASCIIHexDecode", "68 65 6C6c 6f>", "hello"},
		"85":         {"/Filter/ASCII85Decode", a85.String() + "~>", "hello, hello"},
		"run length": {"/Filter/RunLengthDecode", "\x02abc\xfex\x80zz", "abcxxx"},
		"two":        {"/Filter[/AHx/Fl]", fmt.Sprintf("%x>", deflate("hello")), "hello"},
		// The example of ISO 32000-1, 7.4.4.2.
		"lzw":  {"/Filter/LZWDecode", "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", "\x2d\x2d\x2d\x2d\x2d\x41\x2d\x2d\x2d\x42"},
		"tiff": {"/Filter/Fl/DecodeParms<</Predictor 2/Columns 3>>", deflate("\x01\x01\x01\x05\x00\x01"), "\x01\x02\x03\x05\x05\x06"},
		"sub":  {"/Filter/Fl/DecodeParms<</Predictor 11/Columns 3>>", deflate("\x01\x01\x01\x01"), "\x01\x02\x03"},
		"average, Paeth": {"/Filter/Fl/DecodeParms<</Predictor 15/Columns 2>>",
			deflate("\x00\x0a\x14\x03\x05\x05\x04\x01\x01"), "\x0a\x14\x0a\x14\x0b\x15"},
	} {
		f, err := Open(context.Background(), classic("<</S 2 0 R>>", stream(c.entries, c.data)))
		if err != nil {
			t.Fatal(err)
		}
		got, err := f.Decode(f.Stream(Ref{Number: 2}))
		if err != nil || string(got) != c.want {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}
	for name, c := range map[string]struct{ entries, data, kept, want string }{
		"picture":   {"/Filter[/Fl/DCTDecode]", deflate("jpeg"), "jpeg", "coded as a picture"},
		"cut off":   {"/Filter/Fl", deflate(strings.Repeat("hello", 100))[:12], "", "FlateDecode"},
		"unknown":   {"/Filter/X", "x", "", `no filter "X"`},
		"elsewhere": {"/F(x)", "x", "", "another file"},
		"bomb":      {"/Filter/Fl", deflate(strings.Repeat("\x00", 2<<20)), "", "MB come out"},
		"predictor": {"/Filter/Fl/DecodeParms<</Predictor 12/Columns 2>>", deflate("\x09ab"), "", "no PNG filter 9"},
	} {
		f, err := Open(context.Background(), classic("<</S 2 0 R>>", stream(c.entries, c.data)))
		if err != nil {
			t.Fatal(err)
		}
		f.left[Bytes] = 1 << 20
		got, err := f.Decode(f.Stream(Ref{Number: 2}))
		if err == nil || !strings.Contains(err.Error(), c.want) || c.kept != "" && string(got) != c.kept {
			t.Errorf("%s: got %.20q, %v", name, got, err)
		}
	}
	// Many streams that are small in the file and large out of it: the sum counts.
	f, err := Open(context.Background(), classic("<</S 2 0 R>>", stream("/Filter/Fl", deflate(strings.Repeat("\x00", 1<<20)))))
	if err != nil {
		t.Fatal(err)
	}
	f.left[Bytes] = 4 << 20
	for i := range 10 {
		if _, err = f.Decode(f.Stream(Ref{Number: 2})); err != nil {
			if i != 3 { // what goes in counts a little, too
				t.Errorf("stopped after %d: %v", i, err)
			}
			break
		}
	}
	var limit *LimitError
	if !errors.As(err, &limit) || !errors.Is(err, f.Err()) {
		t.Error(err, f.Err())
	}
}

func TestText(t *testing.T) {
	for s, want := range map[string]string{
		"plain": "plain", "\xfe\xff\x00A\xd8\x3d\xde\x00": "A😀", "\xff\xfeA\x00": "A", "\xef\xbb\xbfé": "é", "caf\xe9": "café",
	} {
		if got := decodeText(s); got != want {
			t.Errorf("%q: got %q", s, got)
		}
	}
}

// Whatever the bytes, opening and reading everything ends, and nothing panics.
func FuzzFile(f *testing.F) {
	f.Add(classic("<</Type/Catalog/Note 2 0 R>>", "(packed)", stream("/Filter[/AHx/Fl]", fmt.Sprintf("%x>", deflate("hello")))))
	f.Add(modern("", strings.Clone))
	f.Add(modern("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>", upward(4)))
	f.Add(classic("<<>>", stream("/Filter/LZWDecode", "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01"), stream("/Filter/A85", "9jqo^~>")))
	for _, data := range encrypted(f) {
		f.Add(data)
		f.Add(bytes.Replace(data, []byte("startxref"), []byte("startxxxx"), 1))
	}
	f.Add(update(classic(noted, "(old)"), "packed"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open(context.Background(), data)
		if err != nil {
			return
		}
		for n := range file.entries {
			if s := file.Stream(Ref{Number: n}); s != nil {
				file.Decode(s)
			}
			if file.depth != 0 {
				t.Fatal("the depth is not counted back")
			}
		}
	})
}
