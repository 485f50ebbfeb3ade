package typeset

import (
	"os"
	"testing"

	"octavo/cmd/octavo/internal/hyphen"
	"octavo/cmd/octavo/internal/lang"
)

func testFont(t testing.TB, name string) *Face {
	data, err := os.ReadFile("../../../../styles/fonts/" + name + ".ttf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := LoadFace(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func testHyphenator(t testing.TB) *hyphen.Hyphenator {
	pat, err := os.ReadFile("../../../../styles/hyphenation/en-us.txt")
	if err != nil {
		t.Fatal(err)
	}
	exc, err := os.ReadFile("../../../../styles/hyphenation/en-us-exceptions.txt")
	if err != nil {
		t.Fatal(err)
	}
	h, err := hyphen.New(lang.English(), pat, exc)
	if err != nil {
		t.Fatal(err)
	}
	return h
}
