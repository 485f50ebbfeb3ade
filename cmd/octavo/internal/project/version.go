package project

import "runtime/debug"

// Version returns the version that the go command recorded: a release or a commit, or "devel" if there is none.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}
