package epub

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
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

// books returns the books that every general test reads, made once.
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
			{"endnotes", write(t, endnotesConfig(t), fullBook(t), houseAssets(t))},
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
	const jars = "/usr/share/java/bsh.jar:/usr/share/java/epubcheck.jar"
	java, err := exec.LookPath("java")
	for _, jar := range strings.Split(jars, ":") {
		if _, jarErr := os.Stat(jar); err != nil || jarErr != nil {
			if os.Getenv("CI") == "true" {
				t.Fatal("epubcheck and bsh are not installed: apt-get install epubcheck bsh")
			}
			t.Skip("epubcheck and bsh are not installed: apt-get install epubcheck bsh")
		}
	}
	// A short run is done before the better compiler pays off.
	args := []string{"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", jars, "bsh.Interpreter", "../../validators/epubcheck.bsh"}
	names := map[string]string{}
	for i, b := range books(t) {
		name := filepath.Join(t.TempDir(), fmt.Sprintf("%d.epub", i))
		if err := os.WriteFile(name, b.data, 0o600); err != nil {
			t.Fatal(err)
		}
		names[b.name] = name
		args = append(args, name)
	}
	out, err := exec.Command(java, args...).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	for name, file := range names {
		// What it says of a book stands before this line and behind that of the book before it.
		said, _, ended := strings.Cut(string(out), "exit 0: "+file+"\n")
		if at := strings.LastIndex(said, "\nexit "); at >= 0 {
			said = said[at+1:]
		}
		if !ended || !strings.Contains(said, "0 fatals / 0 errors / 0 warnings") {
			t.Errorf("%s, %s:\n%s", name, file, said)
		}
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
