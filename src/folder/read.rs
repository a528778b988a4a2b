//! Reading a file that somebody else made.
//!
//! A pipe would be waited for without end, a device read without end: only a regular file is read, and only so much.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error("there is no such file")]
    Missing,
    /// A folder, a pipe, a socket or a device.
    #[error("what stands there is no regular file")]
    NotAFile,
    #[error("the file is larger than it may be")]
    TooLarge,
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// For callers to whom every reason is one.
impl From<Unread> for io::Error {
    fn from(why: Unread) -> Self {
        match why {
            Unread::Io(error) => error,
            Unread::Missing => Self::new(io::ErrorKind::NotFound, why.to_string()),
            Unread::NotAFile => Self::new(io::ErrorKind::InvalidInput, why.to_string()),
            Unread::TooLarge => Self::new(io::ErrorKind::FileTooLarge, why.to_string()),
        }
    }
}

/// Reads a regular file of at most `most` bytes; a link to one is as good.
///
/// # Errors
/// When there is none, when it is something else or larger, or when reading fails.
pub fn read_file(path: &Path, most: u64) -> Result<Vec<u8>, Unread> {
    let regular = |meta: &fs::Metadata| if meta.is_file() { Ok(meta.len()) } else { Err(Unread::NotAFile) };
    // Before it is opened: to open a device may already do something.
    regular(&fs::metadata(path).map_err(missing)?)?;
    // It may have been exchanged since: a pipe opened so waits for nobody.
    let wait_for_nobody = i32::try_from(rustix::fs::OFlags::NONBLOCK.bits()).unwrap_or(0);
    let file = File::options().read(true).custom_flags(wait_for_nobody).open(path).map_err(missing)?;
    if regular(&file.metadata()?)? > most {
        return Err(Unread::TooLarge);
    }
    let mut bytes = Vec::new();
    // It may be growing, and some say 0 of themselves and never end.
    file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(Unread::TooLarge) } else { Ok(bytes) }
}

fn missing(error: io::Error) -> Unread {
    if error.kind() == io::ErrorKind::NotFound { Unread::Missing } else { Unread::Io(error) }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    use super::*;

    #[test]
    fn a_regular_file_is_read_up_to_its_bound_and_through_a_link() {
        let dir = tempfile::tempdir().unwrap();
        let (file, link) = (dir.path().join("rota.csv"), dir.path().join("link.csv"));
        fs::write(&file, "12345").unwrap();
        symlink(&file, &link).unwrap();
        assert_eq!(read_file(&link, 5).unwrap(), b"12345");
        assert!(matches!(read_file(&file, 4), Err(Unread::TooLarge)));
        assert!(matches!(read_file(&dir.path().join("none"), 4), Err(Unread::Missing)));
    }

    #[test]
    fn a_pipe_a_socket_a_device_and_a_folder_are_refused_at_once() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        let mode = rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR;
        rustix::fs::mkfifoat(rustix::fs::CWD, at("pipe.csv"), mode).unwrap();
        let _socket = UnixListener::bind(at("socket.csv")).unwrap();
        symlink("/dev/zero", at("zero.csv")).unwrap();
        symlink(at("pipe.csv"), at("link.csv")).unwrap();
        for path in ["pipe.csv", "socket.csv", "zero.csv", "link.csv", "."].map(at) {
            let refused = read_file(&path, 1024);
            assert!(matches!(refused, Err(Unread::NotAFile)), "{path:?}: {refused:?}");
        }
        assert!(matches!(read_file(Path::new("/dev/zero"), 1024), Err(Unread::NotAFile)));
    }

    /// What the kernel makes up says 0 bytes of itself.
    #[test]
    #[cfg(target_os = "linux")]
    fn a_file_that_hides_its_size_is_bounded_as_well() {
        assert_eq!(fs::metadata("/proc/self/maps").unwrap().len(), 0);
        assert!(matches!(read_file(Path::new("/proc/self/maps"), 16), Err(Unread::TooLarge)));
    }
}
