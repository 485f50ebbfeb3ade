package studio

import (
	"runtime"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/drawing"
	"octavo/cmd/octavo/internal/page"
)

// TestAlike: of two pictures with the same bytes one is found as long as either lives, whichever goes first, and nothing is kept of
// them afterwards.
func TestAlike(t *testing.T) {
	for _, goes := range []int{0, 1} {
		var p pictures
		both := []*page.Picture{{Data: []byte("a")}, {Data: []byte("a")}}
		key := p.key(both[0], pictureKey)
		if again := p.key(both[1], pictureKey); again != key {
			t.Fatalf("the keys are %s and %s", key, again)
		}
		lives := both[1-goes]
		both = nil
		known := func(n int) bool {
			for range 100 {
				runtime.GC()
				p.mu.Lock()
				is := len(p.keys) == n
				p.mu.Unlock()
				if is {
					return true
				}
				time.Sleep(10 * time.Millisecond)
			}
			return false
		}
		if !known(1) {
			t.Error("the picture that has gone is not forgotten")
		}
		if p.get(key) != lives {
			t.Error("the picture that lives is not found")
		}
		runtime.KeepAlive(lives)
		if !known(0) || len(p.byKey) > 0 {
			t.Errorf("of pictures that have gone %d and %d are kept", len(p.keys), len(p.byKey))
		}
	}
}

// TestPictureKeys: two drawings have different keys that differ in the pixels of a picture in them alone.
func TestPictureKeys(t *testing.T) {
	with := func(pixels string) string {
		d := &drawing.Drawing{Width: 1, Height: 1, Marks: []drawing.Mark{&drawing.Raster{Data: []byte(pixels)}}}
		return pictureKey(&page.Picture{Drawing: d})
	}
	if with("a") == with("b") {
		t.Error("two drawings have the same key")
	}
}
