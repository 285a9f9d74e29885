"""Where a stranger's file is looked at: in a child process of little memory and time, which is believed nothing."""
