package config_test

import (
	"fmt"
	"os"
	"path/filepath"

	"octavo/cmd/octavo/internal/config"
	"octavo/styles"
)

// What is wrong with book.toml comes back as diagnostics, all at once, each at its own key.
func ExampleLoad() {
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	text := "[book]\ntitle = \"On Bells\"\nauthors = [\"Ada Quill\"]\n\n[print]\nstyle = \"large\"\ncolour = true\n"
	if err := os.WriteFile(filepath.Join(dir, config.File), []byte(text), 0o666); err != nil {
		panic(err)
	}
	cfg, found := config.Load(dir, styles.FS)
	fmt.Println(cfg.Book.Title, "is set in", cfg.Print.Style)
	for _, d := range found {
		fmt.Printf("%s: %s\n", d.Pos, d.Message)
	}
	// Output:
	// On Bells is set in large
	// book.toml:7:1: unknown key "colour" in [print]
}
