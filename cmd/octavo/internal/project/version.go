package project

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/readfile"
)

// What the linker writes into a release (-X), whose build is told nothing of git: its version, such as v1.2.0, the commit that it was
// made of, and the time of that.
var release, releaseCommit, releaseTime string

// Version returns the version of a release, or the one that the go command recorded, of a release or a commit; or "devel" if there is none.
func Version() string {
	if release != "" {
		return release
	}
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}

// Source is what a program was made of, as far as it is known.
type Source struct {
	Commit  string // as git names it
	Time    string // of the commit, as RFC 3339 has it
	Changed bool   // since the commit
}

// ProgramSource returns what this program was made of: what the linker or the go command recorded.
func ProgramSource() Source {
	if release != "" {
		return Source{Commit: releaseCommit, Time: releaseTime, Changed: strings.Contains(release, "dirty")}
	}
	var s Source
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return s
	}
	for _, setting := range info.Settings {
		switch setting.Key {
		case "vcs.revision":
			s.Commit = setting.Value
		case "vcs.time":
			s.Time = setting.Value
		case "vcs.modified":
			s.Changed = setting.Value == "true"
		}
	}
	return s
}

// Program returns what tells this program from others of its version: what compiled it, and, where the version says that somebody has
// changed the source since a commit, or says nothing, a hash of its build ID, which the linker makes of all that is in it. It returns ""
// if there is no way to tell.
var Program = sync.OnceValue(func() string {
	if v := Version(); v != "devel" && !strings.Contains(v, "dirty") {
		return runtime.Version()
	}
	id := buildID()
	if id == nil {
		return ""
	}
	sum := sha256.Sum256(id)
	return runtime.Version() + " " + hex.EncodeToString(sum[:16])
})

// idWithin is how far into a program its build ID stands; the go command looks no further either (cmd/internal/buildid).
const idWithin = 32 << 10

// buildID returns the build ID of this program, or nil if there is none.
func buildID() []byte {
	name, err := os.Executable()
	if err != nil {
		return nil
	}
	head, err := readfile.Head(name, idWithin)
	if err != nil {
		return nil
	}
	// At the beginning of the code, or in a note of ELF: the lengths of its name and of the ID, its type, its name, the ID.
	if _, id, ok := bytes.Cut(head, []byte("\xff Go build ID: \"")); ok {
		if id, _, ok := bytes.Cut(id, []byte("\"\n \xff")); ok && len(id) > 0 {
			return id
		}
	}
	before, id, ok := bytes.Cut(head, []byte("\x04\x00\x00\x00Go\x00\x00"))
	if !ok || len(before) < 8 {
		return nil
	}
	if n := int(before[len(before)-4]) | int(before[len(before)-3])<<8; n > 0 && n <= len(id) {
		return id[:n]
	}
	return nil
}
