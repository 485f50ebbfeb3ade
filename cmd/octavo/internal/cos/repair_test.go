package cos

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
)

const noted = "<</Type/Catalog/Pages<</Kids[]>>/Note 2 0 R>>"

// update adds revisions of object 2 to a file, without any table, as a file has them that is cut off there.
func update(data []byte, text string) []byte {
	return append(bytes.Clone(data), "\n2 0 obj\n("+text+")\nendobj\n"...)
}

// Where the table of objects is wrong, the objects are found, and the newest of each counts.
func TestRepair(t *testing.T) {
	whole := classic(noted, "(packed)")
	at := bytes.Index(whole, []byte("xref"))
	shifted := append([]byte("%PDF-1.4\n%moved\n"), whole[9:]...)
	inside := classic(noted, "(packed)", stream("", "2 0 obj\n(not this)\nendobj\n"))
	for name, c := range map[string]struct {
		data []byte
		cut  bool
	}{
		"moved":                {shifted, false},
		"no table":             {append(bytes.Clone(whole[:at]), "trailer<</Root 1 0 R>>"...), false},
		"no trailer":           {bytes.Replace(whole, []byte("trailer"), []byte("traitor"), 1), false},
		"no root":              {bytes.Replace(shifted, []byte("/Root"), []byte("/Boot"), 1), false},
		"cut before":           {whole[:at], true},
		"cut in an update":     {update(classic(noted, "(old)"), "packed"), true},
		"two revisions":        {append(update(classic(noted, "(old)"), "packed"), "trailer<</Size 3>>"...), false},
		"no endobj":            {bytes.ReplaceAll(shifted, []byte("\nendobj"), nil), false},
		"a file in a stream":   {append([]byte("%PDF-1.4\n%moved\n"), inside[9:]...), false},
		"one place wrong":      {bytes.Replace(whole, []byte("0000000009 00000 n"), []byte("0000000011 00000 n"), 1), false},
		"numbered from 1":      {bytes.Replace(whole, []byte("0 3\n0000000000 65535 f"), []byte("1 3\n0000000000 65535 f"), 1), false},
		"a section missing":    {bytes.Replace(whole, []byte("/Size 3"), []byte("/Size 3/Prev 5"), 1), false},
		"packed":               {bytes.Replace(modern("", strings.Clone), []byte("startxref\n"), []byte("startxref\n9"), 1), false},
		"packed, table broken": {bytes.Replace(modern("", strings.Clone), []byte("/XRef"), []byte("/XRaf"), 1), false},
	} {
		f, err := Open(context.Background(), c.data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if s, ok := f.Text(f.Dict(f.Trailer["Root"])["Note"]); s != "packed" || !ok {
			t.Errorf("%s: got %q", name, s)
		}
		cut := false
		for _, err := range f.Damage() {
			cut = cut || !errors.Is(err, ErrMended)
		}
		if f.Repaired == nil || cut != c.cut {
			t.Errorf("%s: %v, damage %v", name, f.Repaired, f.Damage())
		}
	}
	circle := bytes.Replace(whole, []byte("/Size 3"), fmt.Appendf(nil, "/Size 3/Prev %d", at), 1)
	if f, err := Open(context.Background(), circle); err != nil || f.Repaired != nil || !strings.Contains(fmt.Sprint(f.Damage()), "in a circle") {
		t.Errorf("sections in a circle: %v, %v", err, f)
	}
}

// A stream that a writer flushed and did not close is whole; one that is cut off gives what came.
func TestUnfinishedStreams(t *testing.T) {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte("hello"))
	w.Flush()
	flushed := b.String()
	for name, c := range map[string]struct {
		data  string
		whole bool
	}{"flushed": {flushed, true}, "flushed, with a line's end": {flushed + "\r\n", true}, "without its sum": {deflate("hello")[:len(deflate("hello"))-4], true},
		"behind a line's end": {"\n" + deflate("hello"), true}, "cut off": {flushed[:len(flushed)-5], false}} {
		f, err := Open(context.Background(), classic("<</S 2 0 R>>", stream("/Filter/Fl", c.data)))
		if err != nil {
			t.Fatal(err)
		}
		got, err := f.Decode(f.Stream(Ref{Number: 2}))
		if string(got) != "hello" || (err == nil) != c.whole {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// A file that was made to be looked through again and again ends with its budget.
func TestRepairIsBounded(t *testing.T) {
	for name, body := range map[string]string{
		"strings never closed": strings.Repeat("1 0 obj(", 400_000),
		"heads of objects":     strings.Repeat("1 0 obj ", 400_000),
		"brackets":             strings.Repeat("1 0 obj"+strings.Repeat("[", 99), 30_000),
		"trailers":             strings.Repeat("trailer<<", 400_000),
		"digits":               strings.Repeat("1", 3_000_000) + "obj",
		"streams":              strings.Repeat("1 0 obj<</Length 9>>stream ", 100_000),
	} {
		f, err := Open(context.Background(), []byte("%PDF-1.4\nstartxref\n5\n"+body))
		t.Logf("%s: %v", name, err)
		if f != nil {
			f.Each(func(Ref, Value) {})
		}
	}
}
