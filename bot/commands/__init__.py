"""The commands of `shuzhi`, one file each; every one exports `command`."""
