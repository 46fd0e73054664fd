"""What shows who somebody is: codes that were sent, passkeys, second factors, sessions."""
