package manuscript

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

// Addresses of pictures are those of many tools and sites; each leads to one file of the book, or the diagnostic says why not.
func TestPictureAddresses(t *testing.T) {
	png := string(encoded(t, "png"))
	files := map[string]string{
		"images/door.png": png, "static/img/gate.png": png, "assets/lamp.png": png, "manuscript/art/bell.png": png,
		"manuscript/one/near.png": png, "manuscript/Photo.JPG.png": png, "manuscript/two words.png": png,
		"manuscript/cafe\u0301.png": png, "loose.png": png,
	}
	for address, want := range map[string]string{
		"../../images/door.png":  "../images/door.png", // from manuscript/one
		"/images/door.png":       "../images/door.png",
		"images/door.png":        "../images/door.png",
		"/door.png":              "../images/door.png",
		"/img/gate.png":          "../static/img/gate.png",
		"/lamp.png?raw=true":     "../assets/lamp.png",
		"near.png?raw=true":      "one/near.png",
		"near.png#center":        "one/near.png",
		"art/bell.png":           "art/bell.png",
		`..\art\bell.png`:        "art/bell.png",
		"../two%20words.png":     "two words.png",
		"../caf\u00e9.png":       "cafe\u0301.png",
		"/loose.png":             "../loose.png",
		"../photo.jpg.png":       `picture "../photo.jpg.png" not found: the file is "Photo.JPG.png"`,
		"../../IMAGES/door.png":  `picture "../../IMAGES/door.png" not found: the file is "../images/door.png"`,
		"../../../images/a.png":  `picture "../../../images/a.png" is outside the book's folder`,
		"/etc/passwd":            `picture "/etc/passwd" is outside the book's folder`,
		"none.png":               `picture "none.png" not found`,
		"data:image/png;base64,": `picture data:image/png;base64, is written into the text`,
	} {
		files["manuscript/one/c.md"] = "# A\n\n![alt](<" + address + ">)\n"
		dir := folder(t, files)
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		bk, diags := ReadRoot(root, "manuscript", book.Contents{All: true})
		root.Close()
		got := ""
		for name := range bk.Pictures {
			got = name
		}
		for _, d := range diags {
			if strings.HasPrefix(d.Code, "picture") {
				got = d.Message
			}
		}
		if got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}

// A book that names more pictures than any has is not searched for all of them.
func TestManyPictures(t *testing.T) {
	bk := &book.Book{Pictures: map[string]*book.Picture{}}
	images := make([]*book.Image, mostPictures+5)
	for i := range images {
		images[i] = &book.Image{Path: fmt.Sprintf("%d.png", i)}
	}
	list := readPictures(nil, bk, []*parsed{{chapter: &book.Chapter{}, images: images}})
	if len(list) != 1 || !strings.Contains(list[0].Message, "names more than 10,000 pictures") || !list.HasErrors() {
		t.Errorf("%d diagnostics: %v", len(list), list)
	}
}
