int tune(void)
{
	return 1;
}
