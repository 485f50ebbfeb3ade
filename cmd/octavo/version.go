package main

import (
	"fmt"
	"regexp"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/project"
)

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of octavo",
		Long: `version prints the version of octavo, the commit that it was made of and its date,
and what it was compiled by and for. A version that is no release is called devel.`,
		Args: noArgs,
		RunE: printVersion,
	}
}

func printVersion(cmd *cobra.Command, _ []string) error {
	_, err := fmt.Fprintln(cmd.OutOrStdout(), versionLine(project.Version(), project.ProgramSource()))
	return err
}

// addVersionFlag makes octavo --version print what octavo version does. It is not the flag of cobra, for which the line would be made
// each time that octavo starts.
func addVersionFlag(root *cobra.Command) {
	version := root.Flags().Bool("version", false, "print the version of octavo")
	help := root.RunE
	root.RunE = func(cmd *cobra.Command, args []string) error {
		if *version {
			return printVersion(cmd, args)
		}
		return help(cmd, args)
	}
}

// versionLine describes a program in one line: octavo 1.2.0 (785c2eb0abcd, 2026-11-27) go1.26.0 linux/amd64.
func versionLine(version string, source project.Source) string {
	var of []string
	if source.Commit != "" {
		commit := source.Commit[:min(12, len(source.Commit))]
		if source.Changed {
			commit += " with changes"
		}
		of = append(of, commit)
	}
	if date, _, ok := strings.Cut(source.Time, "T"); ok {
		of = append(of, date)
	}
	line := "octavo " + shortVersion(version)
	if len(of) > 0 {
		line += " (" + strings.Join(of, ", ") + ")"
	}
	return fmt.Sprintf("%s %s %s/%s", line, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// shortVersion is a release's version without its v; what the go command makes of a commit, v0.0.0-20261127065418-785c2eb0abcd, is devel.
func shortVersion(version string) string {
	if strings.Contains(version, "+dirty") || madeOfCommit(version) {
		return "devel"
	}
	return strings.TrimPrefix(version, "v")
}

// madeOfCommit reports whether a version ends in a time and a commit.
func madeOfCommit(version string) bool {
	ok, _ := regexp.MatchString(`[-.]\d{14}-[0-9a-f]{12}$`, version)
	return ok
}
