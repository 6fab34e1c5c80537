package org.registan.web;

/** A file of the contract, on the class path; each part stands by itself. */
public interface ContractPart {

  String resource();
}
