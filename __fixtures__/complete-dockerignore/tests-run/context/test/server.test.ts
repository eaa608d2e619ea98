it("is on");
