class Octavo < Formula
  desc "{{.Summary}}"
  homepage "{{.URL}}"
  version "{{.Version}}"
  license "MIT"

  on_macos do
    on_arm do
      url "{{download "darwin" "arm64"}}"
      sha256 "{{sha256 "darwin" "arm64"}}"
    end
    on_intel do
      url "{{download "darwin" "amd64"}}"
      sha256 "{{sha256 "darwin" "amd64"}}"
    end
  end

  on_linux do
    on_arm do
      url "{{download "linux" "arm64"}}"
      sha256 "{{sha256 "linux" "arm64"}}"
    end
    on_intel do
      url "{{download "linux" "amd64"}}"
      sha256 "{{sha256 "linux" "amd64"}}"
    end
  end

  def install
    bin.install "octavo"
    man1.install Dir["man/man1/*.1"]
    bash_completion.install "completions/octavo.bash" => "octavo"
    zsh_completion.install "completions/_octavo"
    fish_completion.install "completions/octavo.fish"
    prefix.install "LICENCES.txt"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/octavo --version")
    system bin/"octavo", "new", "book", "--title", "On Bells", "--author", "Ada Quill"
    system bin/"octavo", "build", "-C", "book"
    assert_path_exists testpath/"book/build/on-bells.pdf"
  end
end
