package pdf

import (
	"bytes"
	"errors"
	"testing"

	"codeberg.org/go-pdf/fpdf"
)

// fpdfFile is a file as fpdf writes it.
func fpdfFile(t testing.TB) []byte {
	f := fpdf.New("P", "pt", "A4", "")
	f.SetCompression(false)
	f.SetCatalogSort(true)
	f.AddUTF8FontFromBytes("f", "", bytes.Clone(loadFont(t, "CourierPrime-Regular").Data))
	f.AddPage()
	f.SetFont("f", "", 10)
	f.Text(10, 20, "endobj stream endstream")
	f.AddPage()
	var b bytes.Buffer
	if err := f.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadFile(t *testing.T) {
	data := fpdfFile(t)
	f, err := readFile(data)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.objects) != 3+2*2+7+2 || f.root != len(f.objects)-1 || f.info != f.root-1 {
		t.Errorf("%d objects, root %d, info %d", len(f.objects), f.root, f.info)
	}
	if !bytes.HasPrefix(f.objects[3].body, []byte("<</Type /Page\n")) || f.objects[3].isData || !f.objects[4].isData {
		t.Errorf("page: %q", f.objects[3].body)
	}
	for _, edit := range []func([]byte) []byte{
		func(b []byte) []byte { return nil },
		func(b []byte) []byte { return b[:len(b)/2] },
		func(b []byte) []byte { return b[100:] },
		func(b []byte) []byte { return bytes.Replace(b, []byte("/Root "), []byte("/Boot "), 1) },
		func(b []byte) []byte { return bytes.Replace(b, []byte("\n3 0 obj"), []byte("\n9 0 obj"), 1) },
		func(b []byte) []byte { return bytes.Replace(b, []byte("/Length "), []byte("/Lentil "), 1) },
		func(b []byte) []byte { return bytes.Replace(b, []byte("endstream"), []byte("endsteam!"), 1) },
		func(b []byte) []byte { return bytes.Replace(b, []byte("\nxref\n0 "), []byte("\nxref\n0 9"), 1) },
		func(b []byte) []byte { return bytes.Replace(b, []byte(" 00000 n"), []byte(" 00001 n"), 1) },
	} {
		if _, err := readFile(edit(bytes.Clone(data))); !errors.Is(err, errLayout) {
			t.Errorf("%v, want %v", err, errLayout)
		}
	}
}

func FuzzReadFile(f *testing.F) {
	f.Add([]byte("%PDF-1.3\n1 0 obj\n<</Length 1>>\nstream\nx\nendstream\nendobj\nxref\n0 2\n0000000000 65535 f \n" +
		"0000000009 00000 n \ntrailer\n<<\n/Size 2\n/Root 1 0 R\n/Info 1 0 R\n>>\nstartxref\n57\n%%EOF\n"))
	f.Add([]byte("\nstartxref\n0\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := readFile(data)
		if err != nil {
			if !errors.Is(err, errLayout) {
				t.Fatal(err)
			}
			return
		}
		if file.root >= len(file.objects) || file.info >= len(file.objects) {
			t.Fatal("root or info is not there")
		}
	})
}
