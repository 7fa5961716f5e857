"""What prose and duties say of the scope: what is in it, what is decided, and what somebody keeps."""
