package barcode

import (
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/raster"
)

// zbar decodes pictures: an EAN-13 and an add-on by the picture's name.
func zbar(t *testing.T, files []string) map[string]map[string]string {
	t.Helper()
	tool, err := exec.LookPath("zbarimg")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("zbarimg is missing, and under CI=true nothing may be skipped")
		}
		t.Skip("zbarimg is missing (on Debian: apt-get install zbar-tools)")
	}
	out, err := exec.Command(tool, append([]string{"--quiet", "--xml", "-Sdisable", "-Sean13.enable", "-Sean5.enable"}, files...)...).Output()
	if err != nil {
		t.Fatalf("zbarimg: %v\n%s", err, out)
	}
	var read struct {
		Source []struct {
			File   string `xml:"href,attr"`
			Symbol []struct {
				Type string `xml:"type,attr"`
				Data string `xml:"data"`
			} `xml:"index>symbol"`
		} `xml:"source"`
	}
	if err := xml.Unmarshal(out, &read); err != nil {
		t.Fatalf("zbarimg: %v\n%s", err, out)
	}
	found := map[string]map[string]string{}
	for _, s := range read.Source {
		found[s.File] = map[string]string{}
		for _, code := range s.Symbol {
			found[s.File][code.Type] += code.Data
		}
	}
	return found
}

// A reader that knows nothing of octavo reads every barcode in every size, with every kind of add-on, on a dark ground.
func TestDecode(t *testing.T) {
	isbns := []string{"978-1-86197-876-9", "9798886451740", "0-8044-2957-X", "9782070360024", "9791034304356", "9788804668237"}
	addons := []string{"", "51800", "90000", "01299", "59999", "62499"}
	dir, f := t.TempDir(), figures(t)
	var files []string
	want := map[string]*Symbol{}
	for n, percent := range []int{80, 100, 120} {
		for i, isbn := range isbns {
			s, err := EAN13(isbn, addons[(i+2*n)%len(addons)])
			if err != nil {
				t.Fatal(err)
			}
			const around = 15 * page.Pt // of a dark cover
			w, h := s.Size(percent)
			p := &page.Page{Width: w + 2*around, Height: h + 2*around}
			p.Items = append([]page.Item{&page.Rule{W: p.Width, H: p.Height, Color: page.Color{C: 60, K: 60}}}, s.Items(around, around, percent, f)...)
			img, err := raster.Page(p, 300)
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(dir, fmt.Sprintf("%d-%d.png", percent, i))
			out, err := os.Create(file)
			if err == nil {
				err = raster.PNG(out, img)
			}
			if err == nil {
				err = out.Close()
			}
			if err != nil {
				t.Fatal(err)
			}
			files, want[file] = append(files, file), s
		}
	}
	found := zbar(t, files)
	for file, s := range want {
		if got := found[file]; got["EAN-13"] != s.code || got["EAN-5"] != s.addon {
			t.Errorf("%s: %v, want %s and %q", filepath.Base(file), got, s.code, s.addon)
		}
	}
}

// Whatever an author types as a number or a price ends in a barcode or in an error.
func FuzzInputs(f *testing.F) {
	f.Add("978-1-86197-876-9", "$18.00")
	f.Add("0-8044-2957-X", "£12.99")
	f.Add("9799999999999", "$1,250.00 / CAN $24")
	f.Fuzz(func(t *testing.T, isbn, price string) {
		addon, ok := Price(price)
		if len(addon) != 5 || !allDigits(addon) || !ok && addon != NoPrice {
			t.Fatalf("add-on %q, %t", addon, ok)
		}
		s, err := EAN13(isbn, addon)
		if err != nil {
			return
		}
		if len(s.bars) != wideEAN || len(s.price) != wideAddon || !s.bars[0] || !s.bars[94] {
			t.Fatalf("%d and %d modules", len(s.bars), len(s.price))
		}
		if n := len(s.ISBN); n < 13 || n > 17 {
			t.Fatalf("shown as %q", s.ISBN)
		}
	})
}
