//! Where a store may lie: on a disk of this machine only.
//!
//! `SQLite`'s write-ahead log needs memory shared by every program that has the file open; over a
//! network there is none, and the store corrupts in silence (sqlite.org/wal.html, "Disadvantages").

use std::path::Path;

use super::StoreError;

/// Names the network or shared file system of a `statfs` magic number (Linux, `statfs(2)`).
#[must_use]
pub const fn network_fs(magic: i64) -> Option<&'static str> {
    // The kernel gives some of these sign-extended: compare the 32 bits that count.
    match magic & 0xFFFF_FFFF {
        0x6969 => Some("NFS"),
        0x517B => Some("SMB"),
        0xFE53_4D42 => Some("SMB2"),
        0xFF53_4D42 => Some("CIFS"),
        0x0102_1997 => Some("9P"),
        0x564C => Some("NCP"),
        0x5346_414F | 0x6B41_4653 => Some("AFS"),
        0x7375_7245 => Some("Coda"),
        0x00C3_6400 => Some("Ceph"),
        0x0116_1970 => Some("GFS2"),
        0x7461_636F => Some("OCFS2"),
        0x0BD0_0BD0 => Some("Lustre"),
        0x786F_4256 => Some("VirtualBox"),
        _ => None,
    }
}

/// The magic number of every FUSE file system, local (NTFS, encrypted folder) or not (sshfs).
const FUSE: i64 = 0x6573_5546;

/// Names the FUSE file system that holds `path`, where it is one that keeps its files elsewhere.
///
/// `mounts` is the text of `/proc/self/mountinfo`; the longest mount point that holds the path counts.
fn remote_fuse<'a>(mounts: &'a str, path: &Path) -> Option<&'a str> {
    const REMOTE: [&str; 11] = [
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.davfs",
        "fuse.davfs2",
        "fuse.gvfsd-fuse",
        "fuse.google-drive-ocamlfuse",
        "fuse.onedriver",
        "fuse.glusterfs",
        "fuse.curlftpfs",
        "fuse.vmhgfs-fuse",
    ];
    let (_, kind) = mounts
        .lines()
        .filter_map(|line| {
            // proc(5): fields up to a single hyphen, the fifth being the mount point; then the type.
            let (mount, rest) = line.split_once(" - ")?;
            let point = mount.split(' ').nth(4)?;
            let kind = rest.split(' ').next()?;
            path.starts_with(point).then_some((point.len(), kind))
        })
        .max_by_key(|(length, _)| *length)?;
    REMOTE.contains(&kind).then(|| kind.trim_start_matches("fuse."))
}

/// Refuses a folder that other machines may write to.
pub(super) fn check(folder: &Path) -> Result<(), StoreError> {
    let Some(magic) = magic(folder)? else { return Ok(()) };
    if let Some(kind) = network_fs(magic) {
        return Err(StoreError::Network(kind));
    }
    if magic & 0xFFFF_FFFF == FUSE {
        let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        if remote_fuse(&mounts, &folder.canonicalize()?).is_some() {
            return Err(StoreError::Network("FUSE"));
        }
    }
    Ok(())
}

#[cfg(target_os = "linux")]
fn magic(folder: &Path) -> Result<Option<i64>, StoreError> {
    let stat = rustix::fs::statfs(folder).map_err(std::io::Error::from)?;
    Ok(Some(stat.f_type))
}

#[cfg(not(target_os = "linux"))]
fn magic(_: &Path) -> Result<Option<i64>, StoreError> {
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_folders_are_known_by_their_number_and_local_disks_pass() {
        for (magic, name) in [(0x6969, "NFS"), (0x517B, "SMB"), (0xFF53_4D42, "CIFS"), (-11_317_950, "CIFS")] {
            assert_eq!(network_fs(magic), Some(name), "{magic:x}");
        }
        // ext4, btrfs, xfs, tmpfs, overlayfs.
        for magic in [0xEF53, 0x9123_683E, 0x5846_5342, 0x0102_1994, 0x794C_7630] {
            assert_eq!(network_fs(magic), None, "{magic:x}");
        }
    }

    #[test]
    fn sshfs_is_remote_and_a_local_fuse_disk_is_not() {
        let mounts = "22 1 8:1 / / rw shared:1 - ext4 /dev/sda1 rw\n\
                      40 22 0:50 / /mnt rw shared:2 - fuse.sshfs me@there: rw\n\
                      41 22 0:51 / /mnt/usb rw - fuseblk /dev/sdb1 rw\n";
        assert_eq!(remote_fuse(mounts, Path::new("/mnt/data")), Some("sshfs"));
        assert_eq!(remote_fuse(mounts, Path::new("/mnt/usb/data")), None);
        assert_eq!(remote_fuse(mounts, Path::new("/home/x")), None);
    }
}
