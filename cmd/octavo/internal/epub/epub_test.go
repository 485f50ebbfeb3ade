package epub

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
)

func write(t testing.TB, c *config.Config, b *book.Book, a Assets) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, c, b, a); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

type testBook struct {
	name string
	data []byte
}

// books are the books that every general test reads, made once.
func books(t *testing.T) []testBook {
	t.Helper()
	made.Do(func() {
		full := houseAssets(t)
		full.Cover = pngOf(t, 800, 1200)
		noFonts := fullConfig()
		noFonts.Epub.EmbedFonts = false
		plain, one := minimal()
		odd, strangest := strange()
		empty, _ := minimal()
		single := houseAssets(t)
		single.Fonts = Fonts{Regular: single.Fonts.Regular}
		paged, pagedText, pages := pagedBook()
		arabic, arabicText := leftwardBook()
		poor, poorText := poorBook(t)
		all = []testBook{
			{"full", write(t, fullConfig(), fullBook(t), full)},
			{"no fonts", write(t, noFonts, fullBook(t), houseAssets(t))},
			{"one font", write(t, fullConfig(), fullBook(t), single)},
			{"minimal", write(t, plain, one, Assets{})},
			{"strange", write(t, odd, strangest, houseAssets(t))},
			{"empty", write(t, empty, &book.Book{}, houseAssets(t))},
			{"paged", write(t, paged, pagedText, Assets{Pages: pages})},
			{"poor", write(t, poor, poorText, Assets{})},
			{"leftward", write(t, arabic, arabicText, houseAssets(t))},
		}
	})
	return all
}

var (
	made sync.Once
	all  []testBook
)

// TestEPUBCheck has the validator of the W3C read the books: no error, no warning.
func TestEPUBCheck(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const jar = "/usr/share/java/epubcheck.jar"
	java, err := exec.LookPath("java")
	if _, jarErr := os.Stat(jar); err != nil || jarErr != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("epubcheck is not installed: apt-get install epubcheck")
		}
		t.Skip("epubcheck is not installed: apt-get install epubcheck")
	}
	for _, b := range books(t) {
		if slices.Contains([]string{"no fonts", "one font", "minimal", "empty"}, b.name) {
			continue // they differ from others by what they leave out, and each run takes seconds
		}
		t.Run(b.name, func(t *testing.T) {
			t.Parallel()
			name := filepath.Join(t.TempDir(), "book.epub")
			if err := os.WriteFile(name, b.data, 0o600); err != nil {
				t.Fatal(err)
			}
			// A short run is done before the better compiler pays off.
			cmd := exec.Command(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar, "--failonwarnings", name)
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

// TestSameBytes builds one book with one processor and with all.
func TestSameBytes(t *testing.T) {
	a := houseAssets(t)
	a.Cover = pngOf(t, 800, 1200)
	first := write(t, fullConfig(), fullBook(t), a)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if second := write(t, fullConfig(), fullBook(t), a); !bytes.Equal(first, second) {
		t.Error("two builds differ")
	}
}

func BenchmarkWrite(b *testing.B) {
	c, bk := longBook()
	a := houseAssets(b)
	for b.Loop() {
		var out bytes.Buffer
		if err := Write(&out, c, bk, a); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(out.Len()))
	}
}
